package io.portafilter.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The operator's end of the stream: turns changes of the compiled objects into frames. An object that is put with the digest that it
 * already has makes no frame. Not safe for use by several threads.
 */
public final class Publisher {
    private final Inventory inventory = new Inventory();

    /**
     * The frames of one step, closed by a commit; empty when nothing changed.
     *
     * @param puts objects that are new or may have changed
     * @param deletes keys that are gone
     */
    public List<Frame.Down> publish(Collection<? extends Published> puts, Collection<Key> deletes) {
        List<Frame.Down> frames = new ArrayList<>();
        // In parallel: a digest costs its object's JSON, and at the start there may be 100,000.
        List<Frame.Put> digested = puts.parallelStream()
                .map(object -> new Frame.Put(Digest.of(object), object))
                .toList();
        for (Frame.Put put : digested) {
            if (inventory.put(put.object().key(), put.digest())) {
                frames.add(put);
            }
        }
        for (Key key : deletes) {
            if (inventory.remove(key)) {
                frames.add(new Frame.Delete(key));
            }
        }
        if (!frames.isEmpty()) {
            frames.add(new Frame.Commit(inventory.version()));
        }
        return frames;
    }

    /** The version of what was published. */
    public Version version() {
        return inventory.version();
    }

    /** What was published. */
    public Frame.Inventory inventory() {
        return new Frame.Inventory(Frame.CONTRACT, inventory.objects());
    }
}
