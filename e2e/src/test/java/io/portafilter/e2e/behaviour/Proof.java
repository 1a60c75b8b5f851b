package io.portafilter.e2e.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the last column of a row. */
sealed interface Proof {
    /** A test method, by the simple name of its class. */
    record Method(String type, String name) implements Proof {}

    /** A pair of the compiler's files, input and expected output. */
    record Golden(String name) implements Proof {}

    /** A request of a recorded conversation with the real controller, counted from 0. */
    record Oracle(String name, int request) implements Proof {}

    /** Not built; the feature that brings it. */
    record Later(String feature) implements Proof {}

    /** Neither a test nor a promise. */
    record Unknown(String text) implements Proof {}

    /** The proofs in a cell, in their order; never empty. */
    static List<Proof> parse(String cell) {
        Matcher later = Syntax.LATER.matcher(cell);
        if (later.matches()) {
            return List.of(new Later(later.group(1)));
        }
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .map(Syntax::test)
                .toList();
    }

    /** How a cell is written. */
    final class Syntax {
        private static final Pattern LATER = Pattern.compile("later \\((.+)\\)");
        private static final Pattern METHOD = Pattern.compile("`(\\w+)#(\\w+)`");
        private static final Pattern GOLDEN = Pattern.compile("`golden:([\\w.-]+)`");
        private static final Pattern ORACLE = Pattern.compile("`oracle:([\\w-]+)/(\\d{1,3})`");

        private Syntax() {}

        private static Proof test(String text) {
            Matcher method = METHOD.matcher(text);
            if (method.matches()) {
                return new Method(method.group(1), method.group(2));
            }
            Matcher golden = GOLDEN.matcher(text);
            if (golden.matches()) {
                return new Golden(golden.group(1));
            }
            Matcher oracle = ORACLE.matcher(text);
            return oracle.matches()
                    ? new Oracle(oracle.group(1), Integer.parseInt(oracle.group(2)))
                    : new Unknown(text);
        }
    }
}
