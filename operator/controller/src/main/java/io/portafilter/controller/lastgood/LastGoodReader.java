package io.portafilter.controller.lastgood;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.portafilter.controller.watch.KeptConfigMaps;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Last good texts as this replica hears of them from the leader. A text that comes replaces the one that this replica had kept for
 * itself, so that all replicas serve the same as the leader, who alone is not taught by what it wrote. A ConfigMap that goes away takes no text with it that is in effect: such a text is
 * forgotten when the Ingress's own is valid again, by each replica for itself, and never because somebody deleted too much.
 */
public final class LastGoodReader implements KeptConfigMaps.Reader {
    private final LastGoodConfigMaps form;
    private final Predicate<Name> isInEffect;
    private final Predicate<LastGoodIngress> isOverruled;
    private final Consumer<Name> gone;
    private final Map<Name, Name> ingresses = new HashMap<>();
    private final NavigableMap<Name, Finding> damaged = new ConcurrentSkipListMap<>();

    /**
     * A reader that has seen nothing.
     *
     * @param isInEffect whether this Ingress is served from its last good text now
     * @param isOverruled whether this replica knows better than the text that came
     * @param gone is told of Ingresses whose ConfigMap is gone
     */
    LastGoodReader(
            LastGoodConfigMaps form,
            Predicate<Name> isInEffect,
            Predicate<LastGoodIngress> isOverruled,
            Consumer<Name> gone) {
        this.form = form;
        this.isInEffect = isInEffect;
        this.isOverruled = isOverruled;
        this.gone = gone;
    }

    @Override
    public Collection<? extends Change> put(ConfigMap map) {
        if (!form.owns(map)) {
            return List.of();
        }
        Name name = LastGoodConfigMaps.nameOf(map);
        return switch (LastGoodConfigMaps.decode(map)) {
            case Decoded.Good(var lastGood) -> {
                damaged.remove(name);
                ingresses.put(name, lastGood.meta().name());
                yield isOverruled.test(lastGood) ? List.of() : List.of(new Change.Put(lastGood));
            }
            case Decoded.Damaged(Finding finding) -> {
                damaged.put(name, finding);
                yield List.of();
            }
        };
    }

    @Override
    public Collection<? extends Change> delete(Name map) {
        damaged.remove(map);
        Optional<Name> ingress = Optional.ofNullable(ingresses.remove(map));
        ingress.ifPresent(gone);
        return ingress
                .filter(name -> !isInEffect.test(name))
                .map(name -> new Change.Delete(new Ref(Kind.LAST_GOOD_INGRESS, name)))
                .stream()
                .toList();
    }

    /** What is damaged at the moment, sorted. */
    public List<Finding> findings() {
        return List.copyOf(damaged.values());
    }
}
