package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a route does in the end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Action.Forward.class, name = "Forward"),
    @Type(value = Action.Respond.class, name = "Respond"),
    @Type(value = Action.Deny.class, name = "Deny")
})
public sealed interface Action {
    /** The objects that it needs. */
    @JsonIgnore
    List<Key> references();

    /**
     * Forwards to the endpoints of a cluster.
     *
     * @param cluster whose endpoints
     * @param statusWhenEmpty the answer while it has none: 503, or 404 for the default backend of everybody (behaviour §6)
     */
    record Forward(Key cluster, int statusWhenEmpty) implements Action {
        @Override
        @JsonIgnore
        public List<Key> references() {
            return List.of(cluster);
        }
    }

    /**
     * Answers itself.
     *
     * @param status HTTP status, for example 404 for the default backend
     * @param origin who decided that
     */
    record Respond(int status, Origin origin) implements Action {
        @Override
        @JsonIgnore
        public List<Key> references() {
            return List.of();
        }
    }

    /**
     * Answers 503 before anything else is asked: serving the route would open what somebody wanted closed (behaviour §15).
     *
     * @param origin what cannot be enforced, for example an annotation
     */
    record Deny(Origin origin) implements Action {
        /** The answer. */
        public static final int STATUS = 503;

        @Override
        @JsonIgnore
        public List<Key> references() {
            return List.of();
        }
    }
}
