package io.portafilter.compiler.settings;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Finding;
import java.util.List;

/** Every option of the controller's ConfigMap that ingress-nginx knows, and what becomes of it here. */
public final class OptionCatalogue {
    private OptionCatalogue() {}

    /**
     * What is to be said about all options of the controller's ConfigMap: unknown, not built, never built, and the invalid values of
     * those that are built. Sorted.
     */
    public static List<Finding> check(ConfigMap configMap) {
        return List.of();
    }
}
