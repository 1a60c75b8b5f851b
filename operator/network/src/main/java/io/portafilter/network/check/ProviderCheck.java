package io.portafilter.network.check;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cni.Conflist;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The configurations that providers keep in ConfigMaps and copy to every node. */
final class ProviderCheck {
    private static final List<String> KEYS = List.of("cni-conf.json", "cni_network_config");

    /** Calico's and canal's place-holders for numbers; the others stand inside of quotes. */
    private static final Pattern NUMBER = Pattern.compile("__CNI_MTU__");

    private ProviderCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        for (ClusterObject config : facts.seen().cluster().all("ConfigMap")) {
            for (String key : KEYS) {
                Optional<String> text =
                        config.data(key).map(found -> NUMBER.matcher(found).replaceAll("0"));
                text.map(found -> Conflist.read(key + ".conflist", found))
                        .ifPresent(
                                read -> read.problems()
                                        .forEach(
                                                problem -> conflicts.accept(
                                                        Conflict.of(
                                                                ConflictKind.CNI_INVALID,
                                                                config.id().toString(),
                                                                config.id() + " "
                                                                        + problem.replaceFirst("\\.conflist: ", ": "),
                                                                "correct it before a node joins or the provider's pods restart: it is copied to /etc/cni/net.d"))));
            }
        }
    }
}
