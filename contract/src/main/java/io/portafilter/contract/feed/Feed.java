package io.portafilter.contract.feed;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Inventory;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects the frames that come down and applies each commit as one step. A commit is checked before anything of it takes effect:
 * digests are right, the version is that of the set it leaves, and every reference resolves. Not safe for use by several threads.
 */
public final class Feed {
    private final Target target;
    private final Inventory inventory = new Inventory();
    private final Map<Key, List<Key>> references = new HashMap<>();
    private final Map<Key, Integer> referrers = new HashMap<>();
    private final TreeMap<Key, Published> puts = new TreeMap<>();
    private final TreeSet<Key> deletes = new TreeSet<>();

    /** A feed that starts with nothing. */
    public Feed(Target target) {
        this.target = target;
    }

    /**
     * Takes one frame.
     *
     * @return what goes back up: after a commit the refusals and that it was applied, else nothing
     * @throws ContractException if the frame breaks the contract; nothing of the open step took effect
     */
    public List<Frame.Up> accept(Frame.Down frame) {
        return switch (frame) {
            case Frame.Inventory all -> {
                startFrom(all);
                yield List.of();
            }
            case Frame.Put put -> {
                put(put);
                yield List.of();
            }
            case Frame.Delete delete -> {
                delete(delete.key());
                yield List.of();
            }
            case Frame.Commit commit -> commit(commit.version());
        };
    }

    private void startFrom(Frame.Inventory all) {
        if (all.contract() != Frame.CONTRACT) {
            throw new ContractException(
                    "the operator speaks contract " + all.contract() + ", this proxy " + Frame.CONTRACT);
        }
        puts.clear();
        deletes.clear();
        inventory.objects().keySet().stream()
                .filter(key -> !all.objects().containsKey(key))
                .forEach(this::delete);
    }

    private void put(Frame.Put put) {
        if (!Digest.of(put.object()).equals(put.digest())) {
            throw new ContractException("the digest of " + put.object().key() + " is not that of its content");
        }
        deletes.remove(put.object().key());
        puts.put(put.object().key(), put.object());
    }

    private void delete(Key key) {
        puts.remove(key);
        deletes.add(key);
    }

    private List<Frame.Up> commit(Version version) {
        puts.forEach((key, object) -> {
            inventory.put(key, Digest.of(object));
            refer(key, object.references());
        });
        deletes.forEach(key -> {
            inventory.remove(key);
            refer(key, List.of());
        });
        checkReferences();
        if (!inventory.version().equals(version)) {
            throw new ContractException("the commit's version is not that of the objects that were sent");
        }
        Step step = new Step(version, List.copyOf(puts.values()), List.copyOf(deletes));
        puts.clear();
        deletes.clear();
        List<Frame.Up> answers = new ArrayList<>(target.apply(step));
        answers.add(new Frame.Applied(Frame.CONTRACT, version));
        return answers;
    }

    private void refer(Key from, List<Key> now) {
        List<Key> before = now.isEmpty() ? references.remove(from) : references.put(from, now);
        now.forEach(key -> referrers.merge(key, 1, Integer::sum));
        if (before != null) {
            before.forEach(key -> referrers.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1));
        }
    }

    private void checkReferences() {
        for (Published object : puts.values()) {
            for (Key key : object.references()) {
                if (inventory.digest(key).isEmpty()) {
                    throw new ContractException(object.key() + " refers to " + key + ", which is not there");
                }
            }
        }
        for (Key key : deletes) {
            if (referrers.containsKey(key)) {
                throw new ContractException(key + " was deleted while another object refers to it");
            }
        }
    }
}
