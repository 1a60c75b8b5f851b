package io.portafilter.network.spec;

import io.portafilter.crds.setup.KubeProxySpec;
import io.portafilter.crds.setup.KubeProxySpec.LocalMode;
import io.portafilter.crds.setup.KubeProxySpec.Mode;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.observe.ProxyView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What kube-proxy's configuration says, in the words of a spec. */
final class ProxyWords {
    private ProxyWords() {}

    /** Those of the fields that a spec has; of what the configuration leaves to kube-proxy there is no word but for its mode. */
    static Map<String, Object> live(ProxyView proxy, KubeProxySpec spec) {
        Tree config = proxy.text().flatMap(TreeReader::value).orElse(new Tree(List.of()));
        Map<String, Object> words = new TreeMap<>();
        spec.mode().flatMap(told -> mode(proxy)).ifPresent(mode -> words.put("mode", mode.word()));
        spec.detectLocalMode()
                .flatMap(told -> localMode(config))
                .ifPresent(mode -> words.put("detectLocalMode", mode.word()));
        spec.masqueradeAll()
                .filter(told -> config.has("iptables", "masqueradeAll"))
                .ifPresent(told -> words.put("masqueradeAll", config.isTrue("iptables", "masqueradeAll")));
        return words;
    }

    private static Optional<Mode> mode(ProxyView proxy) {
        return proxy.effectiveMode()
                .flatMap(live -> Stream.of(Mode.values())
                        .filter(mode -> mode.word().toLowerCase(Locale.ROOT).equals(live.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    private static Optional<LocalMode> localMode(Tree config) {
        return config.text("detectLocalMode")
                .flatMap(live -> Stream.of(LocalMode.values())
                        .filter(mode -> mode.word().equals(live))
                        .findFirst());
    }
}
