package io.portafilter.proxy.config;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.feed.Feed;
import io.portafilter.contract.feed.Target;
import java.util.Collection;
import java.util.List;

/** The other end of the stream: publishes objects through a real feed. */
public final class Operator {
    private final Publisher publisher = new Publisher();
    private final Feed feed;

    /** One that speaks to this proxy. */
    public Operator(Target target) {
        feed = new Feed(target);
    }

    /** Publishes; what the proxy refused. */
    public List<Frame.Refused> put(Published... objects) {
        return publish(List.of(objects), List.of());
    }

    /** Deletes; what the proxy refused. */
    public List<Frame.Refused> delete(Key... keys) {
        return publish(List.of(), List.of(keys));
    }

    /** Does both in one commit. */
    public List<Frame.Refused> publish(Collection<? extends Published> puts, Collection<Key> deletes) {
        return publisher.publish(puts, deletes).stream()
                .flatMap(frame -> feed.accept(frame).stream())
                .filter(Frame.Refused.class::isInstance)
                .map(Frame.Refused.class::cast)
                .toList();
    }
}
