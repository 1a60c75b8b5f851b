package io.portafilter.network.corefile.suite;

import static io.portafilter.network.corefile.suite.Broken.InCoreDns.REFUSES;
import static io.portafilter.network.corefile.suite.Broken.InCoreDns.STARTS;

import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ways to break a cluster's DNS that people have found. */
public final class BrokenInputs extends BrokenList {
    private BrokenInputs() {}

    /** All of them. */
    public static List<Broken> all() {
        return Stream.concat(new BrokenInputs().collect().stream(), new BrokenPlugins().collect().stream())
                .toList();
    }

    private List<Broken> collect() {
        grammar();
        serverBlocks();
        imports();
        return list();
    }

    private void grammar() {
        add("a zone that the brace is glued to", Rule.ZONE_INVALID, 1, REFUSES, ".{\n    whoami\n}\n");
        add("a surplus closing brace", Rule.STRAY_BRACE, 4, STARTS, ".:@DNS@ {\n    whoami\n}\n}\n");
        add("a missing closing brace", Rule.SYNTAX, 2, REFUSES, ".:@DNS@ {\n    whoami\n");
        add("a plugin's block that never ends", Rule.SYNTAX, 3, REFUSES, ".:@DNS@ {\n    log {\n        class error\n");
        add("a brace behind an argument", Rule.SYNTAX, 2, REFUSES, ".:@DNS@ {\n    forward . 192.0.2.1 }\n}\n");
        block(
                "a brace on the line after its plugin",
                Rule.VALUE,
                4,
                REFUSES,
                "health\n    {\n        lameduck 5s\n    }");
        block(
                "a brace after a plugin that does not notice",
                Rule.MISPLACED_BRACE,
                3,
                STARTS,
                "log\n    {\n        example.org\n    }");
        add("a comma behind the last zone", Rule.SYNTAX, 1, REFUSES, "example.org:@DNS@, {\n    whoami\n}\n");
        add("nothing at all", Rule.EMPTY, 0, STARTS, "");
        add("nothing but comments", Rule.EMPTY, 0, STARTS, "# .:53 {\n#    whoami\n# }\n");
        block("a plugin that nobody has", Rule.PLUGIN_UNKNOWN, 2, REFUSES, "whoareyou");
        block("a plugin that is long gone", Rule.PLUGIN_UNKNOWN, 2, REFUSES, "proxy . 192.0.2.1");
    }

    private void serverBlocks() {
        add(
                "the same zone twice",
                Rule.ZONE_DUPLICATE,
                4,
                REFUSES,
                "example.org:@DNS@ {\n    whoami\n}\nEXAMPLE.org.:@DNS@ {\n    whoami\n}\n");
        add(
                "a label that is too long",
                Rule.ZONE_INVALID,
                1,
                REFUSES,
                "a".repeat(64) + ".org:@DNS@ {\n    whoami\n}\n");
        add(
                "a name that is too long",
                Rule.ZONE_INVALID,
                1,
                REFUSES,
                "abcdefgh.".repeat(30) + ":@DNS@ {\n    whoami\n}\n");
        add("two dots in a row", Rule.ZONE_INVALID, 1, REFUSES, "example..org:@DNS@ {\n    whoami\n}\n");
        add("a port that is missing", Rule.ZONE_INVALID, 1, REFUSES, "example.org: {\n    whoami\n}\n");
        add("a port that does not exist", Rule.ZONE_INVALID, 1, REFUSES, "example.org:70000 {\n    whoami\n}\n");
        add("a network of everything", Rule.ZONE_INVALID, 1, REFUSES, "::/0 {\n    whoami\n}\n");
        add("an address without a mask", Rule.ADDRESS_WITHOUT_MASK, 1, STARTS, "10.96.0.0:@DNS@ {\n    whoami\n}\n");
        add(
                "an address with a mask that is too long",
                Rule.ADDRESS_WITHOUT_MASK,
                1,
                STARTS,
                "10.96.0.0/33:@DNS@ {\n    whoami\n}\n");
        add(
                "a parent of the cluster's domain",
                Rule.ZONE_SHADOWS_CLUSTER,
                8,
                STARTS,
                ".:@DNS@ {\n" + CLUSTER
                        + "}\nlocal:@DNS@ {\n    hosts /dev/null {\n        192.0.2.66 kubernetes.default.svc.cluster.local\n    }\n}\n");
        add(
                "a part of the cluster's domain",
                Rule.ZONE_SHADOWS_CLUSTER,
                8,
                STARTS,
                ".:@DNS@ {\n" + CLUSTER
                        + "}\ndefault.svc.cluster.local:@DNS@ {\n    hosts /dev/null {\n        192.0.2.66 kubernetes.default.svc.cluster.local\n    }\n}\n");
    }

    private void imports() {
        block("an imported file that is not there", Rule.IMPORT_MISSING, 2, REFUSES, "import missing.conf");
        block("two stars in a pattern", Rule.IMPORT_PATTERN, 2, REFUSES, "import */*.conf");
        add(
                "snippets that import each other",
                Rule.IMPORT_DEPTH,
                5,
                REFUSES,
                "(a) {\n    import b\n}\n(b) {\n    import a\n}\n.:@DNS@ {\n    import a\n}\n");
        with(
                "a second cache in an override",
                Rule.PLUGIN_TWICE,
                1,
                REFUSES,
                "cache 30\n    import custom/*.override",
                Map.of("custom/a.override", "cache 60\n"));
        with(
                "a second hosts in an override",
                Rule.PLUGIN_TWICE,
                1,
                REFUSES,
                "hosts /dev/null {\n        fallthrough\n    }\n    import custom/*.override",
                Map.of("custom/a.override", "hosts /dev/null {\n fallthrough\n}\n"));
        with(
                "a second forward in an override",
                Rule.FORWARD_UNREACHABLE,
                1,
                STARTS,
                "forward . 192.0.2.1\n    import custom/*.override",
                Map.of("custom/a.override", "forward . 192.0.2.2\n"));
        with(
                "an override that is broken",
                Rule.SYNTAX,
                1,
                REFUSES,
                "import custom/*.override",
                Map.of("custom/a.override", "log }\n"));
        add(new Broken(
                "a server file that repeats a block",
                Rule.ZONE_DUPLICATE,
                1,
                REFUSES,
                ".:@DNS@ {\n    whoami\n}\nimport custom/*.server\n",
                Map.of("custom/a.server", ".:@DNS@ {\n    whoami\n}\n")));
    }
}
