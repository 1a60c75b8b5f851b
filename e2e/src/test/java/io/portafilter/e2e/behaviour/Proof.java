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

    /** A recorded conversation with the real controller. */
    record Oracle(String name) implements Proof {}

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

    /** The two forms of a cell. */
    final class Syntax {
        private static final Pattern LATER = Pattern.compile("later \\((.+)\\)");
        private static final Pattern METHOD = Pattern.compile("`(\\w+)#(\\w+)`");
        private static final Pattern FILE = Pattern.compile("`(golden|oracle):([\\w./-]+)`");

        private Syntax() {}

        private static Proof test(String text) {
            Matcher method = METHOD.matcher(text);
            if (method.matches()) {
                return new Method(method.group(1), method.group(2));
            }
            Matcher file = FILE.matcher(text);
            if (!file.matches()) {
                return new Unknown(text);
            }
            String name = file.group(2);
            return file.group(1).equals("golden") ? new Golden(name) : new Oracle(name);
        }
    }
}
