package io.portafilter.controller.stream;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.feed.Step;
import io.portafilter.contract.feed.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a proxy has in effect; refuses what it is told to. */
final class Served implements Target {
    private final Map<Key, Published> objects = new ConcurrentHashMap<>();
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger puts = new AtomicInteger();
    private final Set<Key> dislikes = ConcurrentHashMap.newKeySet();

    @Override
    public List<Frame.Refused> apply(Step step) {
        step.puts().forEach(object -> objects.put(object.key(), object));
        step.deletes().forEach(objects::remove);
        steps.incrementAndGet();
        puts.addAndGet(step.puts().size());
        return step.puts().stream()
                .filter(object -> dislikes.contains(object.key()))
                .map(object -> new Frame.Refused(object.key(), Digest.of(object), "it is disliked"))
                .toList();
    }

    void dislike(Key key) {
        dislikes.add(key);
    }

    Map<Key, Digest> digests() {
        Map<Key, Digest> digests = new TreeMap<>();
        objects.forEach((key, object) -> digests.put(key, Digest.of(object)));
        return digests;
    }

    int steps() {
        return steps.get();
    }

    int puts() {
        return puts.get();
    }
}
