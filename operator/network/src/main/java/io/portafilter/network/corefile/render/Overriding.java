package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.parse.Stanza;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The plugins that may stand only once in a block: as text they take the place of what the fields say. */
public final class Overriding {
    private static final Set<String> ONCE = Set.of(
            "autopath",
            "cache",
            "chaos",
            "errors",
            "health",
            "hosts",
            "kubernetes",
            "loadbalance",
            "loop",
            "prometheus",
            "ready",
            "reload");

    private Overriding() {}

    /** Whether a plugin is one of them. */
    public static boolean once(String plugin) {
        return ONCE.contains(plugin);
    }

    static Set<String> names(List<Stanza> stanzas) {
        return stanzas.stream().map(Stanza::directive).filter(ONCE::contains).collect(Collectors.toUnmodifiableSet());
    }
}
