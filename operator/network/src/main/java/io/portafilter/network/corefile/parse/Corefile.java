package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Problem;
import java.util.List;

/**
 * A text as CoreDNS's parser sees it.
 *
 * @param blocks the server blocks in order; those before the problem where the text has one
 * @param imports the files that stand between server blocks, where imports were not followed
 * @param trailing comments behind the last word
 * @param problems at most one that stops the parser, and what misleads readers
 */
public record Corefile(
        List<ServerBlock> blocks, List<FileImport> imports, List<Comment> trailing, List<Problem> problems) {
    /**
     * An import between server blocks that was not followed.
     *
     * @param pattern the file or files
     * @param line where it stands
     * @param comments what stands in comments above it
     */
    public record FileImport(String pattern, int line, List<Comment> comments) {
        /** Copies the list. */
        public FileImport {
            comments = List.copyOf(comments);
        }
    }

    /** Copies the lists. */
    public Corefile {
        blocks = List.copyOf(blocks);
        imports = List.copyOf(imports);
        trailing = List.copyOf(trailing);
        problems = List.copyOf(problems);
    }

    /** Whether CoreDNS's parser would take it. */
    public boolean parsed() {
        return problems.stream().noneMatch(Problem::refused);
    }
}
