package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.corefile.form.Version;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the DNS the way a packet does: the Service, what runs behind it, the file that it was started with, the volume that holds
 * the file, the ConfigMap behind the volume, and the key.
 */
final class DnsFinder {
    private static final String LABEL = "k8s-app";
    private static final String OPENSHIFT = "dns.operator.openshift.io/owning-dns";
    private static final String COREFILE = "Corefile";
    private static final String FOLDER = "/etc/coredns/";
    private static final ObjectId USUAL = new ObjectId("ConfigMap", "kube-system", "coredns");

    private final Cluster cluster;

    DnsFinder(Cluster cluster) {
        this.cluster = cluster;
    }

    Dns find() {
        Optional<ClusterObject> service = service();
        Optional<ClusterObject> workload = service.flatMap(this::workload);
        Optional<Tree> container = workload.flatMap(DnsFinder::container);
        Optional<String> image = container.flatMap(tree -> tree.text("image"));
        Target target = target(workload, container);
        Optional<ClusterObject> config = cluster.configMap(target.configMap.namespace(), target.configMap.name());
        Optional<String> corefile = config.flatMap(object -> object.data(target.key));
        return new Dns(
                service.map(ClusterObject::id),
                service.map(DnsFinder::addresses).orElse(List.of()),
                workload.map(ClusterObject::id),
                image,
                image.filter(name -> name.contains("coredns")).flatMap(DnsFinder::version),
                config.map(ClusterObject::id),
                target.key,
                corefile,
                files(workload),
                owner(config, corefile, container, service));
    }

    private Optional<ClusterObject> service() {
        return cluster.all("Service").stream()
                .filter(service ->
                        service.label(LABEL).filter("kube-dns"::equals).isPresent()
                                || service.label(OPENSHIFT).isPresent())
                .min((a, b) ->
                        Boolean.compare(addresses(a).isEmpty(), addresses(b).isEmpty()));
    }

    private static List<String> addresses(ClusterObject service) {
        List<String> all = service.tree().texts("spec", "clusterIPs");
        return (all.isEmpty() ? service.tree().text("spec", "clusterIP").stream() : all.stream())
                .filter(address -> !address.equals("None"))
                .toList();
    }

    private Optional<ClusterObject> workload(ClusterObject service) {
        SortedMap<String, String> selector = service.tree().textMap("spec", "selector");
        return Stream.of("Deployment", "DaemonSet")
                .flatMap(kind -> cluster.all(kind).stream())
                .filter(object -> object.id().namespace().equals(service.id().namespace()))
                .filter(object -> !selector.isEmpty()
                        && object.tree()
                                .textMap("spec", "template", "metadata", "labels")
                                .entrySet()
                                .containsAll(selector.entrySet()))
                .findFirst();
    }

    private static Optional<Tree> container(ClusterObject workload) {
        List<Tree> containers = Arguments.containers(workload).toList();
        return containers.stream()
                .filter(container -> container.textOrEmpty("image").matches(".*(coredns|kube-?dns|k8s-dns).*"))
                .findFirst()
                .or(() -> containers.stream().findFirst());
    }

    private static Optional<Version> version(String image) {
        String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int tag = name.lastIndexOf(':');
        return tag < name.lastIndexOf('/') ? Optional.empty() : Version.ofTag(name.substring(tag + 1));
    }

    private record Target(ObjectId configMap, String key) {}

    private static Target target(Optional<ClusterObject> workload, Optional<Tree> container) {
        if (workload.isEmpty() || container.isEmpty()) {
            return new Target(USUAL, COREFILE);
        }
        String path = Arguments.of(container.get().texts("args")).flag("conf").orElse("/etc/coredns/Corefile");
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        String file = path.substring(path.lastIndexOf('/') + 1);
        String namespace = workload.get().id().namespace();
        return volume(workload.get(), container.get(), folder)
                .map(volume -> new Target(
                        new ObjectId("ConfigMap", namespace, volume.textOrEmpty("configMap", "name")),
                        key(volume, file)))
                .orElse(new Target(USUAL, COREFILE));
    }

    private static Optional<Tree> volume(ClusterObject workload, Tree container, String folder) {
        Optional<String> name = container.items("volumeMounts").stream()
                .filter(mount -> strip(mount.textOrEmpty("mountPath")).equals(strip(folder)))
                .flatMap(mount -> mount.text("name").stream())
                .findFirst();
        return Arguments.podSpec(workload).items("volumes").stream()
                .filter(volume -> volume.text("name").equals(name) && volume.has("configMap"))
                .findFirst();
    }

    private static String strip(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The key that is mounted under a file's name; without a list of items every key is its own file. */
    private static String key(Tree volume, String file) {
        return volume.items("configMap", "items").stream()
                .filter(item -> item.textOrEmpty("path").equals(file))
                .flatMap(item -> item.text("key").stream())
                .findFirst()
                .orElse(file);
    }

    /** The keys of every mounted ConfigMap as files. */
    private SortedMap<String, String> files(Optional<ClusterObject> workload) {
        SortedMap<String, String> files = new TreeMap<>();
        workload.flatMap(DnsFinder::container).ifPresent(container -> {
            for (Tree mount : container.items("volumeMounts")) {
                String folder = strip(mount.textOrEmpty("mountPath"));
                Arguments.podSpec(workload.get()).items("volumes").stream()
                        .filter(volume -> volume.text("name").equals(mount.text("name")))
                        .flatMap(volume -> volume.text("configMap", "name").stream())
                        .flatMap(name -> cluster.configMap(workload.get().id().namespace(), name).stream())
                        .map(config -> config.tree().textMap("data"))
                        .forEach(data -> data.forEach((key, text) -> {
                            files.put(folder + "/" + key, text);
                            files.put(relative(folder + "/" + key), text);
                        }));
            }
        });
        return files;
    }

    /** As the Corefile beside it would name it. */
    private static String relative(String path) {
        return path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
    }

    private DnsOwner owner(
            Optional<ClusterObject> config,
            Optional<String> corefile,
            Optional<Tree> container,
            Optional<ClusterObject> service) {
        String image = container.map(tree -> tree.textOrEmpty("image")).orElse("");
        if (service.flatMap(object -> object.label(OPENSHIFT)).isPresent()) {
            return DnsOwner.OPENSHIFT;
        }
        boolean kubeDns = corefile.isEmpty()
                && cluster.configMap("kube-system", "kube-dns").isPresent();
        if (kubeDns || image.matches(".*(k8s-dns-kube-dns|kubedns).*")) {
            return DnsOwner.KUBE_DNS;
        }
        if (config.isEmpty()) {
            return DnsOwner.NOBODY;
        }
        boolean rancher = config.get().annotation("objectset.rio.cattle.io/id").isPresent();
        if (rancher) {
            return DnsOwner.K3S;
        }
        if (config.get()
                .annotation("meta.helm.sh/release-name")
                .filter(name -> name.startsWith("rke2"))
                .isPresent()) {
            return DnsOwner.RKE2;
        }
        boolean eks = config.get().label("eks.amazonaws.com/component").isPresent()
                || config.get().tree().items("metadata", "managedFields").stream()
                        .anyMatch(field -> field.text("manager").equals(Optional.of("eks")));
        if (eks) {
            return DnsOwner.EKS;
        }
        boolean custom = corefile.filter(text -> text.contains("import custom/") || text.contains("/custom/*."))
                .isPresent();
        return custom ? DnsOwner.CUSTOM_CONFIG_MAP : DnsOwner.NOBODY;
    }
}
