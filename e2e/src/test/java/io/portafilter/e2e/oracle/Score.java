package io.portafilter.e2e.oracle;

import java.util.ArrayList;
import java.util.List;

/** How many requests agree, and which of the others could be asked for now. */
final class Score {
    private int agree;
    private int later;
    private int differ;
    private final List<String> promotable = new ArrayList<>();

    void agrees() {
        agree++;
    }

    void later() {
        later++;
    }

    void differs() {
        differ++;
    }

    void couldBePromoted(String request) {
        promotable.add(request);
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("oracle: " + agree + " agree, " + later + " later, " + differ + " differ on purpose");
        if (!promotable.isEmpty()) {
            text.append("\ncould be promoted, they agree already (")
                    .append(promotable.size())
                    .append("):");
            promotable.forEach(request -> text.append("\n  ").append(request));
        }
        return text.toString();
    }
}
