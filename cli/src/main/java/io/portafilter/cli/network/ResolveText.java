package io.portafilter.cli.network;

import io.portafilter.network.explain.Resolution;

/** What becomes of a name, for people. */
public final class ResolveText {
    private ResolveText() {}

    /** The text. */
    public static String of(String name, String namespace, Resolution resolution) {
        StringBuilder text = new StringBuilder();
        text.append("A pod of ")
                .append(namespace)
                .append(" asks ")
                .append(resolution.nameserver())
                .append(" for ")
                .append(name)
                .append(", searching ")
                .append(String.join(" ", resolution.search()))
                .append(" (ndots 5)\n");
        for (Resolution.Try one : resolution.tries()) {
            text.append("  ")
                    .append(one.name())
                    .append("  server block ")
                    .append(one.serverBlock())
                    .append(": ")
                    .append(one.answer())
                    .append('\n');
        }
        return text.toString();
    }
}
