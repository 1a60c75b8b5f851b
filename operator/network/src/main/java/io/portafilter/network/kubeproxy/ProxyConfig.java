package io.portafilter.network.kubeproxy;

import io.portafilter.crds.setup.KubeProxySpec;
import io.portafilter.crds.setup.KubeProxySpec.LocalMode;
import io.portafilter.crds.setup.KubeProxySpec.Mode;
import io.portafilter.network.cluster.TextEdit;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The text of a KubeProxyConfiguration. */
public final class ProxyConfig {
    private ProxyConfig() {}

    /**
     * The text as a spec wants it; the same bytes where it says so already, nothing where it cannot be edited.
     *
     * @param clusterCidr the pod ranges; nothing to leave them
     */
    public static Optional<String> edit(String text, KubeProxySpec wish, Optional<String> clusterCidr) {
        Optional<String> edited = Optional.of(text);
        edited = set(edited, List.of("clusterCIDR"), clusterCidr);
        edited = set(edited, List.of("mode"), wish.mode().map(ProxyConfig::word));
        edited = set(edited, List.of("detectLocalMode"), wish.detectLocalMode().map(LocalMode::word));
        return set(edited, List.of("iptables", "masqueradeAll"), wish.masqueradeAll());
    }

    /** What a text tells it to do; nothing where it cannot be read. */
    public static Optional<String> mode(String text) {
        return TreeReader.value(text)
                .map(tree -> tree.textOrEmpty("mode"))
                .map(told -> told.isEmpty() ? "iptables" : told);
    }

    private static String word(Mode mode) {
        return mode.word().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> set(Optional<String> text, List<String> path, Optional<?> value) {
        if (value.isEmpty() || text.isEmpty() || says(text.get(), path, value.get())) {
            return text;
        }
        return TextEdit.set(text.get(), path, value.get());
    }

    /** An empty mode is iptables. */
    private static boolean says(String text, List<String> path, Object value) {
        Optional<String> live = TreeReader.value(text).flatMap(tree -> at(tree, path));
        boolean defaulted = path.equals(List.of("mode"))
                && value.equals("iptables")
                && live.filter(mode -> !mode.isEmpty()).isEmpty();
        return defaulted || live.equals(Optional.of(value.toString()));
    }

    private static Optional<String> at(Tree tree, List<String> path) {
        return tree.text(path.toArray(String[]::new));
    }
}
