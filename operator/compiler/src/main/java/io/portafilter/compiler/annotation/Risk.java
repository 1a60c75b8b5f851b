package io.portafilter.compiler.annotation;

import java.util.Locale;

/** How much harm an annotation may do in the hands of a stranger; the ConfigMap limits it (behaviour §15). */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The name as in the option annotations-risk-level, for example {@code High}. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
