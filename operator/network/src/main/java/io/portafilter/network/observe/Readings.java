package io.portafilter.network.observe;

import io.portafilter.network.cluster.ClusterObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what sources say. */
final class Readings {
    private final List<Reading> readings = new ArrayList<>();

    /** Takes a value that is there and not empty. */
    void add(Topic topic, Optional<String> value, String object, String field) {
        value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> readings.add(new Reading(topic, text, object, field)));
    }

    void add(Topic topic, Optional<String> value, ClusterObject object, String field) {
        add(topic, value, object.id().toString(), field);
    }

    void add(Topic topic, List<String> values, ClusterObject object, String field) {
        add(topic, Optional.of(String.join(",", values)), object, field);
    }

    List<Reading> all() {
        return List.copyOf(readings);
    }
}
