package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;

/** The parser's complaints, in CoreDNS's own words so that people find them in its log, with a remedy. */
final class SyntaxErrors {
    private static final int MOST_EXPANSIONS = 10_000;

    private final TokenCursor cursor;

    SyntaxErrors(TokenCursor cursor) {
        this.cursor = cursor;
    }

    Refused at(Rule rule, String what, String remedy) {
        Token token = cursor.token();
        return new Refused(
                new Problem(rule, new Place(token.file(), token.line()), "grammar", token.text(), what, remedy));
    }

    Refused unexpected(String expected) {
        String remedy = expected.equals("}")
                ? "Close each { with a } on a line of its own"
                : "Put a { behind the zones, on the same line";
        return at(
                Rule.SYNTAX,
                "Syntax error: Unexpected token '" + cursor.text() + "', expecting '" + expected + "'",
                remedy);
    }

    Refused endOfFile() {
        return at(Rule.SYNTAX, "Unexpected EOF", "Close each { with a }, and write a zone behind each comma");
    }

    Refused tooDeep() {
        return at(
                Rule.IMPORT_DEPTH,
                "maximum snippet import depth (" + MOST_EXPANSIONS + ") exceeded",
                "Remove the import that leads back to its own snippet");
    }
}
