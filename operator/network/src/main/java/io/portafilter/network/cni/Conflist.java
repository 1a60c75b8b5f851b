package io.portafilter.network.cni;

import io.portafilter.crds.net.Cidr;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration of a network: a list of plugins, or one plugin, which counts as a list of one. */
public final class Conflist {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Set<String> VERSIONS =
            Set.of("", "0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0");
    private static final Set<String> RESERVED = Set.of("runtimeConfig", "args", "prevResult");
    private static final String POD_CIDR = "usePodCidr";

    /**
     * A plugin.
     *
     * @param type its binary
     * @param tree all of it
     */
    public record Plugin(String type, Tree tree) {
        /** The programs that it runs. */
        public List<String> binaries() {
            return Stream.concat(Stream.of(type), tree.text("ipam", "type").stream())
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        /** Whether it hides pods' addresses from other nodes. */
        public boolean masqueradesRoutedPods() {
            return type.equals("bridge") && tree.isTrue("ipMasq");
        }
    }

    /**
     * What a file holds.
     *
     * @param name of the network
     * @param plugins in the order in which they run
     * @param problems why a runtime would not take it
     */
    public record Read(String name, List<Plugin> plugins, List<String> problems) {
        /** Copies the lists. */
        public Read {
            plugins = List.copyOf(plugins);
            problems = List.copyOf(problems);
        }
    }

    private final String file;
    private final List<String> problems = new ArrayList<>();

    private Conflist(String file) {
        this.file = file;
    }

    /** Reads a file as libcni does, and says what it and the plugins would refuse. */
    public static Read read(String file, String text) {
        return new Conflist(file).read(text);
    }

    private Read read(String text) {
        Optional<Integer> broken = StrictJson.brokenLine(text);
        if (broken.isPresent()) {
            problem("it is no JSON from line " + broken.get() + " on");
            return new Read("", List.of(), problems);
        }
        String list = file.endsWith(".conflist") ? text : UpConvert.list(text).orElse("");
        Optional<Tree> tree = TreeReader.value(list).filter(value -> value.value() instanceof Map);
        if (tree.isEmpty()) {
            problem("it is no JSON object");
            return new Read("", List.of(), problems);
        }
        List<Tree> entries = tree.get().items("plugins");
        String name = tree.get().textOrEmpty("name");
        if (!tree.get().has("plugins")) {
            problem("it has no plugins; write \"plugins\": [...]");
        } else if (entries.isEmpty()) {
            problem("no plugins in list");
        }
        if (!NAME.matcher(name).matches()) {
            problem("its name \"" + name + "\" is none: letters, digits, _ . and - only");
        }
        version(tree.get());
        List<Plugin> plugins = entries.stream()
                .map(entry -> new Plugin(entry.textOrEmpty("type"), entry))
                .toList();
        plugins.forEach(this::plugin);
        return new Read(name, plugins, problems);
    }

    private void version(Tree tree) {
        String version = tree.textOrEmpty("cniVersion");
        if (!VERSIONS.contains(version)) {
            problem("cniVersion \"" + version + "\" is none that plugins know; write 1.0.0");
        }
    }

    private void plugin(Plugin plugin) {
        if (plugin.type().isEmpty() || plugin.type().contains("/")) {
            problem("missing 'type': each plugin names its binary");
        }
        RESERVED.stream()
                .filter(key -> plugin.tree().has(key))
                .sorted()
                .forEach(key -> problem(key + " is the runtime's to set; remove it"));
        if (plugin.tree().text("mtu").isPresent() && plugin.tree().number("mtu").isEmpty()) {
            problem("mtu is a text; write the number without quotes");
        }
        if (plugin.tree().isTrue("hairpinMode") && plugin.tree().isTrue("promiscMode")) {
            problem("cannot set hairpin mode and promiscuous mode at the same time");
        }
        ipam(plugin);
    }

    private void ipam(Plugin plugin) {
        Tree ipam = plugin.tree().at("ipam");
        String type = ipam.textOrEmpty("type");
        if (type.equals("dhcp")) {
            problem(
                    "ipam dhcp needs the daemon /opt/cni/bin/dhcp on every node; without it: error dialing DHCP daemon");
        }
        if (!type.equals("host-local")) {
            return;
        }
        List<List<Cidr>> sets = new ArrayList<>();
        ipam.text("subnet").ifPresent(subnet -> sets.add(set(plugin, List.of(subnet))));
        ipam.items("ranges")
                .forEach(set -> sets.add(set(
                        plugin,
                        set.items().stream()
                                .flatMap(range -> range.text("subnet").stream())
                                .toList())));
        overlaps(sets);
    }

    private List<Cidr> set(Plugin plugin, List<String> subnets) {
        List<Cidr> ranges = new ArrayList<>();
        for (String subnet : subnets) {
            if (subnet.equals(POD_CIDR)) {
                if (!plugin.type().equals("calico")) {
                    problem("invalid CIDR address: usePodCidr; only the calico plugin understands it");
                }
                continue;
            }
            Optional<Cidr> range = Cidr.parse(subnet);
            if (range.isEmpty()) {
                problem("invalid CIDR address: " + subnet);
            } else if (!range.get().isCanonical()) {
                problem("the network " + subnet + " has host bits set; write "
                        + range.get().masked());
            } else if (range.get().ip().bits() - range.get().prefix() < 2) {
                problem("the network " + subnet + " is too small to give addresses from");
            } else {
                ranges.add(range.get());
            }
        }
        if (ranges.stream().map(Cidr::family).distinct().count() > 1) {
            problem("mixed address families in one set of ranges; write a set for each");
        }
        return ranges;
    }

    private void overlaps(List<List<Cidr>> sets) {
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                List<Cidr> other = sets.get(j);
                if (sets.get(i).stream().anyMatch(one -> other.stream().anyMatch(one::overlaps))) {
                    problem("range set " + i + " overlaps with " + j);
                }
            }
        }
    }

    private void problem(String what) {
        problems.add(file + ": " + what);
    }
}
