package io.portafilter.contract;

import java.util.Arrays;

/** The kinds of published object. The label is the first part of a {@link Key} in text. */
public enum Kind {
    LISTENER("Listener"),
    SETTINGS("Settings"),
    VIRTUAL_HOST("VirtualHost"),
    ROUTE("Route"),
    CLUSTER("Cluster"),
    ENDPOINTS("Endpoints"),
    IDENTITY("Identity");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The name in text and JSON, for example {@code VirtualHost}. */
    public String label() {
        return label;
    }

    /**
     * The kind with this label.
     *
     * @throws IllegalArgumentException if there is none: a newer operator speaks to an older proxy
     */
    public static Kind ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of published object: " + label));
    }
}
