package io.portafilter.network.corefile.problem;

import java.util.Comparator;

/**
 * One thing that is wrong with a Corefile or with what should become one.
 *
 * @param rule which rule it breaks
 * @param place where
 * @param plugin the plugin or part that it concerns, such as {@code forward} or {@code server block}
 * @param value the offending text, shortened where it is long
 * @param what what is wrong and what CoreDNS does then, without a full stop at the end
 * @param remedy what to write instead, as an order, without a full stop at the end
 */
public record Problem(Rule rule, Place place, String plugin, String value, String what, String remedy)
        implements Comparable<Problem> {
    private static final int LONGEST_VALUE = 80;
    private static final Comparator<Problem> ORDER = Comparator.comparing((Problem p) -> p.place.file())
            .thenComparingInt(p -> p.place.line())
            .thenComparing(Problem::rule)
            .thenComparing(Problem::plugin)
            .thenComparing(Problem::value)
            .thenComparing(Problem::what);

    /** Shortens the value. */
    public Problem {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }

    /** Whether a Corefile with this problem may not be written. */
    public boolean refused() {
        return rule.effect().refused();
    }

    /** For people: {@code Corefile line 3: forward "a27.0.0.1": … Write ….} */
    public String sentence() {
        String quoted = value.isEmpty() ? "" : " \"" + printable(value) + "\"";
        return place + ": " + plugin + quoted + ": " + printable(what) + ". " + printable(remedy) + ".";
    }

    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return clean.toString();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sentence();
    }
}
