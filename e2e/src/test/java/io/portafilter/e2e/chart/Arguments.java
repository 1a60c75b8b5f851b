package io.portafilter.e2e.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a rendered chart starts its two programs with.
 *
 * @param operator arguments of the operator's container
 * @param proxy arguments of the proxy's container
 */
record Arguments(List<String> operator, List<String> proxy) {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "DaemonSet");

    /** Of a file of rendered objects. */
    static Arguments of(Path objects) {
        List<String> operator = new ArrayList<>();
        List<String> proxy = new ArrayList<>();
        for (Object document : documents(objects)) {
            if (document instanceof Map<?, ?> object && WORKLOADS.contains(String.valueOf(object.get("kind")))) {
                List<String> arguments = arguments(object);
                switch (component(object)) {
                    case "operator" -> operator.addAll(arguments);
                    case "controller" -> proxy.addAll(arguments);
                    default -> {
                        // The default backend is no program of ours.
                    }
                }
            }
        }
        return new Arguments(operator, proxy);
    }

    /** Names of flags, with their dashes and without values. */
    static Set<String> names(List<String> arguments) {
        return arguments.stream().map(argument -> argument.split("=", 2)[0]).collect(Collectors.toSet());
    }

    private static List<Object> documents(Path objects) {
        try {
            List<Object> documents = new ArrayList<>();
            new Load(LoadSettings.builder().build())
                    .loadAllFromString(Files.readString(objects))
                    .forEach(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String component(Map<?, ?> object) {
        return String.valueOf(at(at(object, "metadata"), "labels").get("app.kubernetes.io/component"));
    }

    /** Those of the first container: others are the user's own. */
    private static List<String> arguments(Map<?, ?> object) {
        Map<?, ?> pod = at(at(at(object, "spec"), "template"), "spec");
        return pod.get("containers") instanceof List<?> containers
                        && containers.getFirst() instanceof Map<?, ?> container
                        && container.get("args") instanceof List<?> arguments
                ? arguments.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }
}
