package io.portafilter.network.observe;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Command lines and environment of containers, of pods and of what makes pods. */
public final class Arguments {
    private final List<String> words;

    private Arguments(List<String> words) {
        this.words = words;
    }

    /** Those of all containers of an object. */
    public static Arguments of(ClusterObject object) {
        List<String> words = new ArrayList<>();
        containers(object).forEach(container -> {
            words.addAll(container.texts("command"));
            words.addAll(container.texts("args"));
        });
        return new Arguments(words);
    }

    /** Those of a list of words. */
    public static Arguments of(List<String> words) {
        return new Arguments(List.copyOf(words));
    }

    /** The containers of a pod, or of a workload's template. */
    public static Stream<Tree> containers(ClusterObject object) {
        Tree spec = podSpec(object);
        return Stream.concat(spec.items("initContainers").stream(), spec.items("containers").stream());
    }

    /** The pod's spec, or that of a workload's template. */
    public static Tree podSpec(ClusterObject object) {
        Tree spec = object.tree().at("spec");
        return spec.has("template") ? spec.at("template", "spec") : spec;
    }

    /** The value of a flag: {@code --name=value}, {@code --name value}, or with one dash. */
    public Optional<String> flag(String name) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).startsWith("--") ? words.get(i).substring(1) : words.get(i);
            if (word.startsWith("-" + name + "=")) {
                return Optional.of(word.substring(name.length() + 2));
            }
            if (word.equals("-" + name)
                    && i + 1 < words.size()
                    && !words.get(i + 1).startsWith("-")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** A variable that is set to a plain value. */
    public static Optional<String> variable(ClusterObject object, String name) {
        return containers(object)
                .flatMap(container -> container.items("env").stream())
                .filter(variable -> variable.text("name").equals(Optional.of(name)))
                .flatMap(variable -> variable.text("value").stream())
                .findFirst();
    }
}
