package io.portafilter.network.corefile.suite;

import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is broken, each with the rule that says so and the line. */
abstract sealed class BrokenList permits BrokenInputs, BrokenPlugins {
    static final String CLUSTER = """
                kubernetes cluster.local in-addr.arpa ip6.arpa {
                    endpoint @API@
                    pods insecure
                    fallthrough in-addr.arpa ip6.arpa
                }
            """;

    private final List<Broken> all = new ArrayList<>();

    final List<Broken> list() {
        return List.copyOf(all);
    }

    /** A Corefile of one block for every zone, with these plugins. */
    final void block(String name, Rule rule, int line, Broken.InCoreDns inCoreDns, String plugins) {
        with(name, rule, line, inCoreDns, plugins, Map.of());
    }

    /** The same, and files beside it. */
    final void with(
            String name, Rule rule, int line, Broken.InCoreDns inCoreDns, String plugins, Map<String, String> files) {
        all.add(new Broken(name, rule, line, inCoreDns, ".:@DNS@ {\n    " + plugins + "\n}\n", files));
    }

    final void add(String name, Rule rule, int line, Broken.InCoreDns inCoreDns, String text) {
        all.add(new Broken(name, rule, line, inCoreDns, text, Map.of()));
    }

    final void add(Broken broken) {
        all.add(broken);
    }
}
