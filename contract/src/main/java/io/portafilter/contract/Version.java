package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The digest over a whole configuration: equal on all replicas, whatever the order of events. See {@link Inventory} for how it is
 * computed.
 *
 * @param digest 64 hex digits
 */
public record Version(@JsonValue Digest digest) {
    /** Reads the JSON form. */
    @JsonCreator
    public Version {}

    @Override
    public String toString() {
        return digest.hex();
    }
}
