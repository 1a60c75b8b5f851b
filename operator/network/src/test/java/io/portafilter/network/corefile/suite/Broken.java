package io.portafilter.network.corefile.suite;

import io.portafilter.network.corefile.problem.Rule;
import java.util.Map;

/**
 * A Corefile that must not be written.
 *
 * @param name what is wrong with it
 * @param rule the rule that it breaks
 * @param line where
 * @param inCoreDns what CoreDNS does with it
 * @param text with {@code @DNS@}, {@code @HTTP@} and {@code @API@} in the place of ports and of the API server
 * @param files what it imports, by path below the folder of the Corefile
 */
public record Broken(String name, Rule rule, int line, InCoreDns inCoreDns, String text, Map<String, String> files) {
    /** What CoreDNS does. */
    public enum InCoreDns {
        /** It says why and exits. */
        REFUSES,
        /** It starts and answers something that nobody wants. */
        STARTS,
        /** Only another version, another plugin set or a cluster shows it. */
        ELSEWHERE
    }

    /** The text with real ports. */
    public String text(int dns, int http, String api) {
        return text.replace("@DNS@", Integer.toString(dns))
                .replace("@HTTP@", Integer.toString(http))
                .replace("@API@", api);
    }

    @Override
    public String toString() {
        return name;
    }
}
