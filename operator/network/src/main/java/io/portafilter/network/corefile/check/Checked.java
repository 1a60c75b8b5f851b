package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.problem.Problem;
import java.util.List;

/**
 * A Corefile that was looked at.
 *
 * @param servers its server blocks, understood; those before a syntax error where there is one
 * @param problems what is wrong with it, by file and line
 * @param notJudged the plugins whose lines nobody here understands, each once, sorted
 */
public record Checked(List<Server> servers, List<Problem> problems, List<String> notJudged) {
    /** Copies the lists. */
    public Checked {
        servers = List.copyOf(servers);
        problems = List.copyOf(problems);
        notJudged = List.copyOf(notJudged);
    }

    /** Whether it may be written. */
    public boolean accepted() {
        return problems.stream().noneMatch(Problem::refused);
    }

    /** Whether CoreDNS would load it, as far as anybody here can tell. */
    public boolean loads() {
        return problems.stream()
                .noneMatch(problem ->
                        problem.rule().effect() == io.portafilter.network.corefile.problem.Effect.DOES_NOT_LOAD);
    }
}
