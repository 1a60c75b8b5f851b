package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Name;
import java.util.Collection;

/**
 * ConfigMaps in which we keep other objects.
 *
 * @param namespace where
 * @param labels which, in the form of {@code kubectl get --selector}
 * @param reader what they say
 */
public record KeptConfigMaps(String namespace, String labels, Reader reader) {
    /** Reads them; called by one thread at a time. */
    public interface Reader {
        /** The ConfigMap is now so; what that changes. */
        Collection<? extends Change> put(ConfigMap map);

        /** The ConfigMap is gone; what that changes. */
        Collection<? extends Change> delete(Name map);
    }
}
