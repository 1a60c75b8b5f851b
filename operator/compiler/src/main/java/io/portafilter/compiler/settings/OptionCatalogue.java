package io.portafilter.compiler.settings;

import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every option of the controller's ConfigMap that ingress-nginx knows, and what becomes of it here. */
public final class OptionCatalogue {
    static final List<OptionGroup> GROUPS = List.of(
            ServingOptions.CLIENTS,
            ServingOptions.REDIRECTS,
            ServingOptions.HEADERS,
            ServingOptions.ADDRESSES,
            BackendOptions.EXCHANGE,
            BackendOptions.POOL,
            BackendOptions.BUFFERS,
            BackendOptions.ANSWERS,
            BackendOptions.COMPRESSION,
            BackendOptions.STREAMS,
            ProtectionOptions.INGRESSES,
            ProtectionOptions.ACCESS,
            ProtectionOptions.GLOBAL_AUTH,
            ProtectionOptions.TLS,
            ProtectionOptions.SNIPPETS,
            ObservationOptions.LOGS,
            ObservationOptions.TRACES,
            ObservationOptions.PLACES,
            ObservationOptions.PROCESS,
            NeverOptions.NGINX,
            NeverOptions.DEAD);

    static final SortedMap<String, Entry> BY_NAME = byName();

    private OptionCatalogue() {}

    /**
     * What is to be said about the options of the controller's ConfigMap as a whole: those that are unknown, not built, or will
     * never be. The invalid values of those that are built are reported where they are read, by {@link SettingsReader}. Sorted.
     */
    public static List<Finding> check(ConfigMap configMap) {
        return new ConfigMapCheck(configMap).findings();
    }

    static Optional<Entry> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static SortedMap<String, Entry> byName() {
        SortedMap<String, Entry> all = new TreeMap<>();
        for (OptionGroup group : GROUPS) {
            for (Entry option : group.options()) {
                if (all.put(option.name(), option) != null) {
                    throw new IllegalStateException("twice in the catalogue: " + option.name());
                }
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
