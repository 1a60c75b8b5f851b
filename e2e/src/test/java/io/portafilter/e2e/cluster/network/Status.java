package io.portafilter.e2e.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the operator says of a NetworkSetup: the text of its status, and what the tests read in it. */
record Status(JsonNode json, long generation) {
    static Status of(JsonNode setup) {
        return new Status(setup.path("status"), setup.at("/metadata/generation").asLong());
    }

    /** Whether it speaks of the newest spec. */
    boolean isCurrent() {
        return json.path("observedGeneration").asLong() == generation;
    }

    /** A NetworkSetup that reproduces the cluster. */
    String proposed() {
        return json.at("/discovered/proposedSpec").asText();
    }

    /** What an approval names. */
    String hash() {
        return json.at("/plan/hash").asText();
    }

    /** How many changes are planned. */
    int changes() {
        return json.at("/plan/count").asInt();
    }

    /** Whether there is a plan, and nothing in it. */
    boolean planIsEmpty() {
        return json.at("/plan/count").isInt() && changes() == 0 && refusals().isEmpty();
    }

    /** The objects that would be changed, in order. */
    List<String> objects() {
        return texts("/plan/changes", "object");
    }

    /** Why something is not planned. */
    List<String> refusals() {
        return StreamSupport.stream(json.path("refusals").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The kinds of conflicts. */
    List<String> conflicts() {
        return texts("/conflicts", "id");
    }

    /** The last plan that was carried out: its hash and how it ended, such as {@code sha256:… RolledBack}. */
    String applied() {
        return json.at("/applied/hash").asText() + " "
                + json.at("/applied/outcome").asText();
    }

    /** The ConfigMap with what was there before the last plan, as {@code namespace/name}. */
    String backup() {
        return json.at("/applied/backup").asText();
    }

    /** Whether a condition is so, and why: {@code True Applied}. */
    String condition(String type) {
        Optional<JsonNode> found = StreamSupport.stream(json.path("conditions").spliterator(), false)
                .filter(condition -> condition.path("type").asText().equals(type))
                .findFirst();
        return found.map(condition -> condition.path("status").asText() + " "
                        + condition.path("reason").asText())
                .orElse("");
    }

    private List<String> texts(String pointer, String key) {
        return StreamSupport.stream(json.at(pointer).spliterator(), false)
                .map(each -> each.path(key).asText())
                .toList();
    }

    @Override
    public String toString() {
        return json.toPrettyString();
    }
}
