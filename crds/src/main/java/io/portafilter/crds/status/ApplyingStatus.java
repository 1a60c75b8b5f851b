package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;

/**
 * A plan that is being carried out.
 *
 * @param hash of the plan
 * @param phase how far it is, one word
 * @param since when the phase began, as RFC 3339 writes it
 * @param message for people
 */
public record ApplyingStatus(
        @Field(value = "The hash of the plan.", maxLength = 71)
        String hash,

        @Field(value = "How far it is, in one word.", maxLength = 64)
        String phase,

        @Field(value = "When the phase began.", format = "date-time", maxLength = 64)
        String since,

        @Field(value = "What is being done, for people.", maxLength = 1024)
        String message) {}
