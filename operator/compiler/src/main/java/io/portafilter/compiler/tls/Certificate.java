package io.portafilter.compiler.tls;

import java.util.List;
import java.util.Locale;

/** What a Secret is good for. A renewal with the same names is the same value. */
public sealed interface Certificate {
    /**
     * A certificate and its key.
     *
     * @param names DNS names of the leaf, lower case: its subject alternative names, or its common name when it has none
     */
    record Usable(List<String> names) implements Certificate {
        /** Copies the list. */
        public Usable {
            names = List.copyOf(names);
        }

        /** Whether it is good for this host: the same name, or a wildcard over exactly one label (RFC 6125 §6.4.3). */
        public boolean covers(String host) {
            String wildcard = "*" + host.substring(Math.max(0, host.indexOf('.')));
            return names.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .anyMatch(name -> name.equals(host) || (host.indexOf('.') > 0 && name.equals(wildcard)));
        }
    }

    /**
     * Nothing that can be used.
     *
     * @param reason a clause, for example {@code it has no "tls.key"}
     */
    record Unusable(String reason) implements Certificate {}
}
