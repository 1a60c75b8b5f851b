package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.Optional;

/**
 * How servers prove who they are.
 *
 * @param serverName the name in their certificate.
 * @param caFile path in CoreDNS's container of the authorities that they are verified with; without it those of its image.
 * @param caSecretRef a Secret in the DNS's namespace whose key ca.crt holds the authorities; it must be mounted by hand, and caFile name it.
 */
public record TlsSpec(
        @Field("The name in their certificate.") String serverName,

        @Field(
                value =
                        "Path in CoreDNS's container of the authorities that they are verified with; without it those of its image.",
                maxLength = 1024)
        Optional<String> caFile,

        @Field(
                "A Secret in the DNS's namespace whose key ca.crt holds the authorities; it must be mounted by hand, and caFile name it.")
        Optional<String> caSecretRef) {}
