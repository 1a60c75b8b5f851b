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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Collects the frames that come down and applies each commit as one step. A commit is checked before anything of it takes effect: the
 * version is that of the set it leaves, and every reference resolves; that a digest is its object's was checked when its line was read.
 * Not safe for use by several threads.
 */
public final class Feed {
    private final Target target;
    private final Inventory inventory = new Inventory();
    private final Map<Key, List<Key>> references = new HashMap<>();
    private final Map<Key, Integer> referrers = new HashMap<>();
    private final TreeMap<Key, Frame.Put> puts = new TreeMap<>();
    private final TreeSet<Key> deletes = new TreeSet<>();
    private Optional<Version> version = Optional.empty();

    /** A feed that starts with nothing. */
    public Feed(Target target) {
        this.target = target;
    }

    /**
     * Takes one frame.
     *
     * @return what goes back up: after a commit the refusals and that it was applied, else nothing
     * @throws ContractException if the frame breaks the contract; the open step is dropped, and nothing of it took effect
     */
    public List<Frame.Up> accept(Frame.Down frame) {
        try {
            return take(frame);
        } catch (RuntimeException e) {
            dropOpenStep();
            throw e;
        }
    }

    private List<Frame.Up> take(Frame.Down frame) {
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
        dropOpenStep();
        inventory.objects().keySet().stream()
                .filter(key -> !all.objects().containsKey(key))
                .forEach(this::delete);
    }

    private void put(Frame.Put put) {
        deletes.remove(put.object().key());
        puts.put(put.object().key(), put);
    }

    private void delete(Key key) {
        puts.remove(key);
        deletes.add(key);
    }

    private List<Frame.Up> commit(Version version) {
        checkReferences();
        checkVersion(version);
        // First of all: if the target breaks down, the next inventory brings these again.
        List<Frame.Up> answers = new ArrayList<>(target.apply(step(version)));
        puts.forEach((key, put) -> {
            inventory.put(key, put.digest());
            refer(key, put.object().references());
        });
        deletes.forEach(key -> {
            inventory.remove(key);
            refer(key, List.of());
        });
        this.version = Optional.of(version);
        dropOpenStep();
        answers.add(new Frame.Applied(Frame.CONTRACT, version));
        return answers;
    }

    /** What was sent again as it was changes nothing. */
    private Step step(Version version) {
        List<Published> changed = puts.entrySet().stream()
                .filter(put -> !inventory
                        .digest(put.getKey())
                        .equals(Optional.of(put.getValue().digest())))
                .map(put -> put.getValue().object())
                .toList();
        return new Step(version, changed, List.copyOf(deletes));
    }

    /** The version of the last commit; empty before the first. */
    public Optional<Version> version() {
        return version;
    }

    /** Whether frames have come since the last commit. */
    public boolean stepIsOpen() {
        return !puts.isEmpty() || !deletes.isEmpty();
    }

    /** Forgets what came since the last commit: the stream that carried it has ended. */
    public void dropOpenStep() {
        puts.clear();
        deletes.clear();
    }

    private void refer(Key from, List<Key> now) {
        List<Key> before = now.isEmpty() ? references.remove(from) : references.put(from, now);
        now.forEach(key -> referrers.merge(key, 1, Integer::sum));
        if (before != null) {
            before.forEach(key -> referrers.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1));
        }
    }

    private void checkReferences() {
        for (Frame.Put put : puts.values()) {
            for (Key key : put.object().references()) {
                boolean there = puts.containsKey(key)
                        || (!deletes.contains(key) && inventory.digest(key).isPresent());
                if (!there) {
                    throw new ContractException(put.object().key() + " refers to " + key + ", which is not there");
                }
            }
        }
        Map<Key, Integer> released = new HashMap<>();
        Stream.concat(puts.keySet().stream(), deletes.stream())
                .flatMap(key -> references.getOrDefault(key, List.of()).stream())
                .filter(deletes::contains)
                .forEach(key -> released.merge(key, 1, Integer::sum));
        for (Key key : deletes) {
            if (referrers.getOrDefault(key, 0) > released.getOrDefault(key, 0)) {
                throw new ContractException(key + " was deleted while another object refers to it");
            }
        }
    }

    private void checkVersion(Version version) {
        Map<Key, Digest> digests = new HashMap<>();
        puts.forEach((key, put) -> digests.put(key, put.digest()));
        if (!inventory.versionAfter(digests, deletes).equals(version)) {
            throw new ContractException("the commit's version is not that of the objects that were sent");
        }
    }
}
