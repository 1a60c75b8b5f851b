package io.portafilter.e2e.oracle;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How many requests agree, and which of those that need not could be asked for now. */
final class Score {
    private int agree;
    private int later;
    private int differ;
    private int promotable;
    private final Map<String, StringJoiner> promotableByCase = new TreeMap<>();

    void agrees() {
        agree++;
    }

    void later() {
        later++;
    }

    void differs() {
        differ++;
    }

    void couldBePromoted(String name, int request) {
        promotable++;
        promotableByCase
                .computeIfAbsent(name, key -> new StringJoiner(", ", name + " [", "]"))
                .add(Integer.toString(request));
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("oracle: " + agree + " agree, " + later + " later, " + differ + " differ on purpose");
        text.add(promotable + " of those that come later agree already and could be promoted:");
        promotableByCase.values().forEach(each -> text.add("  " + each));
        return text.toString();
    }
}
