package io.portafilter.contract.feed;

import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Version;
import java.util.List;

/**
 * What one commit changes.
 *
 * @param version the version after it
 * @param puts new and changed objects, sorted by key
 * @param deletes keys of objects that are gone, sorted
 */
public record Step(Version version, List<Published> puts, List<Key> deletes) {
    /** Copies the lists. */
    public Step {
        puts = List.copyOf(puts);
        deletes = List.copyOf(deletes);
    }
}
