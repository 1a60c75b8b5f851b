package io.portafilter.contract.feed;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy without sockets: holds what is in effect, refuses what it is told to, breaks down when it is told to. */
final class RecordingTarget implements Target {
    private final Map<Key, Published> objects = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<Key> refused = ConcurrentHashMap.newKeySet();
    private int breakdowns;

    @Override
    public synchronized List<Frame.Refused> apply(Step step) {
        if (breakdowns > 0) {
            breakdowns--;
            throw new IllegalStateException("as the test wants it");
        }
        steps.add(step);
        step.puts().forEach(object -> objects.put(object.key(), object));
        step.deletes().forEach(objects::remove);
        return step.puts().stream()
                .filter(object -> refused.contains(object.key()))
                .map(object -> new Frame.Refused(object.key(), Digest.of(object), "no use"))
                .toList();
    }

    synchronized List<Published> objects() {
        return List.copyOf(objects.values());
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized Optional<Version> version() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().version());
    }

    void refuse(Key key) {
        refused.add(key);
    }

    void accept(Key key) {
        refused.remove(key);
    }

    synchronized void breakDown(int times) {
        breakdowns = times;
    }
}
