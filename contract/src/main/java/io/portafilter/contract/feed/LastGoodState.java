package io.portafilter.contract.feed;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Version;
import java.time.Instant;
import java.util.List;

/**
 * What was on disk.
 *
 * @param objects in no particular order
 * @param version of all of them
 * @param changed when it was written
 */
record LastGoodState(List<Frame.Put> objects, Version version, Instant changed) {
    /** Copies the list. */
    LastGoodState {
        objects = List.copyOf(objects);
    }
}
