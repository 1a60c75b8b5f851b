package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.portafilter.snapshot.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A status as it is applied on the server's side. The list of addresses belongs to whom wrote it last; applying none gives up ours and
 * leaves another's.
 */
final class StatusPatch {
    private StatusPatch() {}

    static Ingress of(Name ingress, List<Address> addresses) {
        IngressBuilder patch = new IngressBuilder()
                .withNewMetadata()
                .withNamespace(ingress.namespace())
                .withName(ingress.name())
                .endMetadata();
        if (addresses.isEmpty()) {
            return patch.withNewStatus().endStatus().build();
        }
        return patch.withNewStatus()
                .withNewLoadBalancer()
                .withIngress(addresses.stream().map(Address::entry).toList())
                .endLoadBalancer()
                .endStatus()
                .build();
    }

    /** Of one installation alone: two may hand an Ingress from one to the other, and each gives up only its own. */
    static String fieldManager(Name installation) {
        String readable = "portafilter-" + installation.namespace() + "-" + installation.name();
        if (readable.length() <= 128) {
            return readable;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(readable.getBytes(StandardCharsets.UTF_8));
            return "portafilter-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
