package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run over one text. */
final class BlockParser {
    private final TokenCursor cursor;
    private final Environment environment;
    private final Importer importer;
    private final Map<String, List<Token>> snippets = new HashMap<>();
    private final List<ServerBlock> blocks = new ArrayList<>();
    private final List<Corefile.FileImport> fileImports = new ArrayList<>();
    private final SyntaxErrors errors;
    private Token begin;

    BlockParser(String file, List<Token> tokens, Environment environment, Optional<Imports> imports) {
        this.cursor = new TokenCursor(file, tokens);
        this.environment = environment;
        this.begin = cursor.token();
        this.errors = new SyntaxErrors(cursor);
        this.importer = new Importer(cursor, environment, imports, snippets, errors);
    }

    List<ServerBlock> blocks() {
        return blocks;
    }

    List<Corefile.FileImport> fileImports() {
        return fileImports;
    }

    void parse() throws Refused {
        while (cursor.next()) {
            begin = cursor.token();
            List<String> keys = new ArrayList<>();
            boolean body = keys(keys);
            Token first = begin;
            if (!body) {
                add(first, keys, List.of(), List.of());
            } else if (isSnippet(keys)) {
                snippet(keys.getFirst());
            } else {
                block(first, keys);
            }
        }
    }

    private void add(Token first, List<String> keys, List<Stanza> stanzas, List<Comment> closing) {
        if (!keys.isEmpty()) {
            blocks.add(new ServerBlock(keys, first.file(), first.line(), first.comments(), stanzas, closing));
        }
    }

    /** Reads the zones of a block; whether anything follows them. */
    private boolean keys(List<String> keys) throws Refused {
        boolean more = false;
        while (true) {
            String key = environment.replaced(cursor.token());
            if (key.equals("import") && cursor.newLine()) {
                if (importer.follows()) {
                    importer.follow();
                    cursor.stepOn();
                    continue;
                }
                if (!keys.isEmpty()) {
                    throw errors.at(
                            Rule.IMPORT_PATTERN,
                            "a file is imported among the zones of a server block",
                            "Write the zones themselves");
                }
                fileImports.add(importer.keep());
                return false;
            } else if (key.equals("{")) {
                if (more) {
                    throw errors.at(
                            Rule.SYNTAX,
                            "Expected another address but had '{' - check for extra comma",
                            "Remove the comma behind the last zone");
                }
                return true;
            } else if (!key.isEmpty()) {
                begin = keys.isEmpty() ? cursor.token() : begin;
                more = key.endsWith(",");
                keys.add(more ? key.substring(0, key.length() - 1) : key);
            }
            if (!cursor.next()) {
                if (more) {
                    throw errors.endOfFile();
                }
                return false;
            }
            if (!more && cursor.newLine()) {
                return true;
            }
        }
    }

    private static boolean isSnippet(List<String> keys) {
        return keys.size() == 1
                && keys.getFirst().startsWith("(")
                && keys.getFirst().endsWith(")");
    }

    private void snippet(String key) throws Refused {
        String name = key.length() < 2 ? "" : key.substring(1, key.length() - 1);
        if (snippets.containsKey(name)) {
            throw errors.at(
                    Rule.SYNTAX,
                    "redeclaration of previously declared snippet " + name,
                    "Give one of them another name");
        }
        if (!cursor.is("{")) {
            throw errors.unexpected("{");
        }
        List<Token> body = new ArrayList<>();
        int depth = 1;
        while (depth > 0 && cursor.next()) {
            depth += cursor.is("{") ? 1 : cursor.is("}") ? -1 : 0;
            if (depth > 0) {
                body.add(cursor.token());
            }
        }
        if (depth > 0) {
            throw errors.unexpected("}");
        }
        if (importsItself(name, body)) {
            throw errors.tooDeep();
        }
        snippets.put(name, List.copyOf(body));
    }

    private boolean importsItself(String name, List<Token> body) throws Refused {
        for (int i = 0; i + 1 < body.size(); i++) {
            boolean begins = i == 0
                    || !body.get(i - 1).file().equals(body.get(i).file())
                    || body.get(i - 1).line() != body.get(i).line();
            if (begins
                    && body.get(i).text().equals("import")
                    && environment.replaced(body.get(i + 1)).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void block(Token first, List<String> keys) throws Refused {
        boolean braces = cursor.is("{");
        if (!braces) {
            cursor.back();
        }
        List<Stanza> stanzas = new ArrayList<>();
        boolean closed = false;
        while (!closed && cursor.next()) {
            if (cursor.is("}")) {
                closed = true;
            } else if (cursor.is("import") && importer.follows()) {
                importer.follow();
            } else {
                stanzas.add(stanza());
            }
        }
        if (braces && !cursor.is("}")) {
            throw errors.unexpected("}");
        }
        List<Comment> closing = closed ? cursor.token().comments() : List.of();
        add(first, keys, TrailingComments.settle(stanzas, closing), TrailingComments.above(stanzas, closing));
    }

    private Stanza stanza() throws Refused {
        String directive = environment.replaced(cursor.token());
        List<Token> tokens = new ArrayList<>(List.of(cursor.token()));
        int depth = 0;
        while (cursor.next()) {
            if (cursor.is("{")) {
                depth++;
            } else if (cursor.newLine() && depth == 0) {
                cursor.back();
                break;
            } else if (cursor.is("}") && depth > 0) {
                depth--;
            } else if (cursor.is("}")) {
                throw errors.at(
                        Rule.SYNTAX,
                        "Unexpected '}' because no matching opening brace",
                        "Put the } on a line of its own, or open a { before it");
            } else if (cursor.is("import") && cursor.newLine() && importer.follows()) {
                importer.follow();
                continue;
            }
            cursor.replaceText(environment.replaced(cursor.token()));
            tokens.add(cursor.token());
        }
        if (depth > 0) {
            throw errors.endOfFile();
        }
        return new Stanza(directive, tokens, List.of());
    }
}
