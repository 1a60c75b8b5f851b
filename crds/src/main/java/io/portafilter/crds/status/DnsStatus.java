package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.Optional;

/**
 * Which Corefile the DNS serves.
 *
 * @param generation the one that we wrote last, as its replicas tell it; nothing before the first
 * @param replicas how many of them do
 */
public record DnsStatus(
        @Field(
                value = "The Corefile that we wrote last, as replicas tell it; nothing before the first.",
                maxLength = 128)
        Optional<String> generation,

        @Field("How many serve it.") Replicas replicas) {

    /**
     * Replicas.
     *
     * @param total how many there are
     * @param current how many answer, with the generation where there is one
     */
    public record Replicas(
            @Field("How many there are.") int total,

            @Field("How many answer, with the generation where there is one.")
            int current) {}
}
