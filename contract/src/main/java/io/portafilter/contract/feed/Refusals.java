package io.portafilter.contract.feed;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the proxy cannot take at present; each new stream begins by telling it, because the operator may be another one. */
final class Refusals {
    private final TreeMap<Key, Frame.Refused> byKey = new TreeMap<>();

    /** A commit changed these objects; a new state of an object is not refused unless the answers say so. */
    void update(Step step, List<Frame.Refused> refused) {
        step.puts().forEach(object -> byKey.remove(object.key()));
        step.deletes().forEach(byKey::remove);
        refused.forEach(refusal -> byKey.put(refusal.key(), refusal));
    }

    int size() {
        return byKey.size();
    }

    /** Everything that an operator needs to know; nothing before the first commit. */
    List<Frame.Up> summary(Optional<Version> version) {
        List<Frame.Up> all = new ArrayList<>();
        version.ifPresent(served -> {
            all.addAll(byKey.values());
            all.add(new Frame.Applied(Frame.CONTRACT, served));
        });
        return all;
    }
}
