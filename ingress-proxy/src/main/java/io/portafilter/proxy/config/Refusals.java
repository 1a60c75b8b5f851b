package io.portafilter.proxy.config;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be taken. An object that stays refused is reported again only when it is put again. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Set<Key> standing = new HashSet<>();
    private final Map<Key, Frame.Refused> ofStep = new TreeMap<>();

    /** An object is put: nothing is known against it. */
    void forget(Key key) {
        standing.remove(key);
    }

    void add(Published object, String reason) {
        if (standing.add(object.key())) {
            LOG.warn("refused {}: {}", object.key(), reason);
            ofStep.put(object.key(), new Frame.Refused(object.key(), Digest.of(object), reason));
        }
    }

    /** What was refused since the last call, sorted by key. */
    List<Frame.Refused> take() {
        List<Frame.Refused> taken = List.copyOf(ofStep.values());
        ofStep.clear();
        return taken;
    }
}
