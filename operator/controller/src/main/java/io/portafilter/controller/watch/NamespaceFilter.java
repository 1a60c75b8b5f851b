package io.portafilter.controller.watch;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets through what belongs to selected namespaces. It remembers the rest, as small as our records are, so that a namespace that gets
 * the label is there whole at once, without asking the API server anything.
 */
final class NamespaceFilter {
    private final Predicate<KubeObject> always;
    private final Consumer<Collection<? extends Change>> sink;
    private final Map<String, Map<Ref, KubeObject>> objects = new HashMap<>();
    private final Set<String> selected = new HashSet<>();

    /**
     * A filter that has seen nothing yet.
     *
     * @param always what is let through wherever it is; depends on nothing that changes
     * @param sink takes what is let through
     */
    NamespaceFilter(Predicate<KubeObject> always, Consumer<Collection<? extends Change>> sink) {
        this.always = always;
        this.sink = sink;
    }

    /** Whether what is in this namespace is let through. */
    synchronized boolean selects(String namespace) {
        return selected.contains(namespace);
    }

    /** A namespace is selected from now on. */
    synchronized void select(String namespace) {
        if (selected.add(namespace)) {
            sink.accept(objects.getOrDefault(namespace, Map.of()).values().stream()
                    .map(Change.Put::new)
                    .toList());
        }
    }

    /** A namespace is gone, or selected no longer. */
    synchronized void unselect(String namespace) {
        if (selected.remove(namespace)) {
            sink.accept(objects.getOrDefault(namespace, Map.of()).values().stream()
                    .filter(always.negate())
                    .map(object -> new Change.Delete(object.ref()))
                    .toList());
        }
    }

    /** An object came, changed or went. */
    synchronized void accept(Change change) {
        Map<Ref, KubeObject> known = objects.computeIfAbsent(change.ref().name().namespace(), _ -> new HashMap<>());
        Optional<KubeObject> object = switch (change) {
            case Change.Put(KubeObject now) -> {
                known.put(now.ref(), now);
                yield Optional.of(now);
            }
            case Change.Delete(Ref ref) -> Optional.ofNullable(known.remove(ref));
        };
        if (selected.contains(change.ref().name().namespace())
                || object.filter(always).isPresent()) {
            sink.accept(List.of(change));
        }
    }
}
