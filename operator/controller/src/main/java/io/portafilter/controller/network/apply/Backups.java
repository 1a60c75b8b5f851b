package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.network.plan.RangePlan;
import io.portafilter.network.rollout.Backup;
import io.portafilter.network.rollout.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** The steps of applies as ConfigMaps that nobody can change, numbered in the order of their making. */
final class Backups {
    static final String PREFIX = "portafilter-network-backup-";
    static final String LABEL = "portafilter.io/plan-hash";

    private static final int LABEL_LENGTH = 63;

    private final KubernetesClient client;
    private final String namespace;

    Backups(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** Keeps steps; the name of the ConfigMap comes back. */
    String keep(String hash, SortedMap<String, String> steps) {
        int next = all().stream().mapToInt(Backups::number).max().orElse(0) + 1;
        String name = PREFIX + String.format(Locale.ROOT, "%06d", next);
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .addToLabels(RangePlan.OWNER, RangePlan.OURS)
                        .addToLabels(LABEL, label(hash))
                        .endMetadata()
                        .withImmutable(true)
                        .withData(steps)
                        .build())
                .create();
        return name;
    }

    /** The steps again; nothing where somebody has deleted the ConfigMap. */
    Optional<List<Step>> steps(String name) {
        return Optional.ofNullable(client.configMaps()
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .flatMap(found -> Optional.ofNullable(found.getData()))
                .flatMap(Backup::steps);
    }

    /** Deletes the oldest, so that so many are left. */
    void prune(int limit) {
        List<ConfigMap> all = all();
        all.stream()
                .limit(Math.max(0, all.size() - limit))
                .forEach(old -> client.configMaps()
                        .inNamespace(namespace)
                        .withName(old.getMetadata().getName())
                        .delete());
    }

    /** The oldest first. */
    private List<ConfigMap> all() {
        return client.configMaps().inNamespace(namespace).withLabel(LABEL).list().getItems().stream()
                .filter(map -> map.getMetadata().getName().startsWith(PREFIX))
                .sorted(Comparator.comparingInt(Backups::number))
                .toList();
    }

    private static int number(ConfigMap backup) {
        String digits = backup.getMetadata().getName().substring(PREFIX.length());
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** A label's value has no colon, and less room. */
    private static String label(String hash) {
        String digits = hash.substring(hash.indexOf(':') + 1);
        return digits.substring(0, Math.min(digits.length(), LABEL_LENGTH));
    }
}
