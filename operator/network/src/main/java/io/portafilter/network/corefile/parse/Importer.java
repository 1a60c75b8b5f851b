package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parser does when it stands on the word {@code import}. */
final class Importer {
    private static final int MOST_SNIPPETS = 10_000;
    private static final int MOST_FILES = 100_000;

    private final TokenCursor cursor;
    private final Environment environment;
    private final Optional<Imports> imports;
    private final Map<String, List<Token>> snippets;
    private final SyntaxErrors errors;
    private int expandedSnippets;
    private int expandedFiles;

    Importer(
            TokenCursor cursor,
            Environment environment,
            Optional<Imports> imports,
            Map<String, List<Token>> snippets,
            SyntaxErrors errors) {
        this.cursor = cursor;
        this.environment = environment;
        this.imports = imports;
        this.snippets = snippets;
        this.errors = errors;
    }

    /** Whether this import is to be replaced by what it names. */
    boolean follows() throws Refused {
        if (imports.isPresent()) {
            return true;
        }
        boolean snippet = cursor.nextArgument();
        if (snippet) {
            snippet = snippets.containsKey(environment.replaced(cursor.token()));
            cursor.back();
        }
        return snippet;
    }

    /** Reads an import that stays as it is. */
    Corefile.FileImport keep() throws Refused {
        Token word = cursor.token();
        return new Corefile.FileImport(argument(), word.line(), word.comments());
    }

    /** Replaces an import by what it names, and stands before it. */
    void follow() throws Refused {
        String pattern = argument();
        List<Token> snippet = snippets.get(pattern);
        if (snippet == null) {
            cursor.replaceImport(files(pattern));
            return;
        }
        if (expandedSnippets++ >= MOST_SNIPPETS) {
            throw errors.tooDeep();
        }
        cursor.replaceImport(snippet);
    }

    private String argument() throws Refused {
        if (!cursor.nextArgument()) {
            throw errors.at(
                    Rule.SYNTAX,
                    "Wrong argument count or unexpected line ending after '" + cursor.text() + "'",
                    "Name the file or the snippet behind the word import");
        }
        Token token = cursor.token();
        String pattern = environment.replaced(token);
        if (pattern.isEmpty()) {
            throw errors.at(Rule.SYNTAX, "Import requires a non-empty filepath", "Name a file or a snippet");
        }
        if (cursor.nextArgument()) {
            throw errors.at(
                    Rule.SYNTAX,
                    "Import takes only one argument (glob pattern or file)",
                    "Write one import for each file");
        }
        return pattern;
    }

    private List<Token> files(String pattern) throws Refused {
        if (expandedFiles++ >= MOST_FILES) {
            throw errors.tooDeep();
        }
        String path = pattern.startsWith("/") ? pattern : folder(cursor.token().file()) + pattern;
        if (count(path, '*') > 1 || count(path, '?') > 1 || (path.contains("[") && path.contains("]"))) {
            throw errors.at(
                    Rule.IMPORT_PATTERN,
                    "Glob pattern may only contain one wildcard (*), but has others: " + path,
                    "Write one import for each pattern");
        }
        if (path.contains("[")) {
            throw errors.at(
                    Rule.IMPORT_PATTERN,
                    "Failed to use import pattern " + pattern + ": syntax error in pattern",
                    "Leave out the [");
        }
        List<Imports.ImportedFile> found =
                imports.map(source -> source.find(path)).orElse(List.of());
        if (found.isEmpty() && count(path, '*') + count(path, '?') + count(path, ']') == 0) {
            throw errors.at(
                    Rule.IMPORT_MISSING,
                    "File to import not found: " + pattern,
                    "Mount a file there, declare the snippet above its import, or use a pattern with a *, which may match nothing");
        }
        List<Token> tokens = new ArrayList<>();
        for (Imports.ImportedFile file : found) {
            if (file.text().length() > CorefileParser.LONGEST_TEXT) {
                throw errors.at(
                        Rule.TOO_LARGE,
                        "imported file " + file.path() + " is longer than " + CorefileParser.LONGEST_TEXT
                                + " characters",
                        "Import less");
            }
            tokens.addAll(Lexer.lex(file.path(), file.text()).tokens());
        }
        return tokens;
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
