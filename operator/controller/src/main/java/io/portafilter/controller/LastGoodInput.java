package io.portafilter.controller;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.portafilter.controller.lastgood.Decoded;
import io.portafilter.controller.lastgood.LastGoodConfigMaps;
import io.portafilter.controller.watch.KeptConfigMaps;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Last good texts as they lie in ConfigMaps, as input of the compiler. */
final class LastGoodInput implements KeptConfigMaps.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(LastGoodInput.class);

    private final LastGoodConfigMaps maps;
    private final Map<Name, Name> ingresses = new HashMap<>();

    LastGoodInput(LastGoodConfigMaps maps) {
        this.maps = maps;
    }

    KeptConfigMaps watched() {
        return new KeptConfigMaps(maps.namespace(), LastGoodConfigMaps.LABEL + "=true", this);
    }

    @Override
    public Collection<? extends Change> put(ConfigMap map) {
        if (!maps.owns(map)) {
            return List.of();
        }
        return switch (LastGoodConfigMaps.decode(map)) {
            case Decoded.Good(LastGoodIngress lastGood) -> {
                ingresses.put(
                        new Name(
                                map.getMetadata().getNamespace(),
                                map.getMetadata().getName()),
                        lastGood.meta().name());
                yield List.of(new Change.Put(lastGood));
            }
            case Decoded.Damaged(var finding) -> {
                LOG.warn("{}: {}", finding.object(), finding.message());
                yield List.of();
            }
        };
    }

    @Override
    public Collection<? extends Change> delete(Name map) {
        return Optional.ofNullable(ingresses.remove(map))
                .map(ingress -> List.of(new Change.Delete(new Ref(Kind.LAST_GOOD_INGRESS, ingress))))
                .orElse(List.of());
    }
}
