package io.portafilter.controller.authority;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The one Secret in which the authorities lie. Never lists others: it is asked for by its name. */
final class AuthoritySecret {
    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    AuthoritySecret(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    Resource<Secret> resource() {
        return client.secrets().inNamespace(namespace).withName(name);
    }

    Optional<Secret> read() {
        return Optional.ofNullable(resource().get());
    }

    /** The chart creates it without data, so that the operator needs no right to create Secrets. */
    static boolean isEmpty(Secret secret) {
        return secret.getData() == null || secret.getData().isEmpty();
    }

    /** Writes the first authorities, into what was read or where nothing was; empty if somebody else just did. */
    Optional<Secret> fill(Optional<Secret> read, Authorities authorities) {
        return read.isPresent() ? replace(read.orElseThrow(), authorities) : create(authorities);
    }

    private Optional<Secret> create(Authorities authorities) {
        Secret secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels("app.kubernetes.io/managed-by", "portafilter")
                .endMetadata()
                .withType("Opaque")
                .withData(SecretForm.write(authorities))
                .build();
        try {
            return unlessConflict(() -> client.resource(secret).create());
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw BadAuthority.missing(namespace + "/" + name);
            }
            throw e;
        }
    }

    /** Replaces what was read; empty if it is not that any more. */
    Optional<Secret> replace(Secret read, Authorities authorities) {
        Secret secret =
                new SecretBuilder(read).withData(SecretForm.write(authorities)).build();
        return unlessConflict(() -> client.resource(secret).update());
    }

    Authorities authorities(Secret secret) {
        Map<String, String> data = secret.getData();
        return SecretForm.read(namespace + "/" + name, data == null ? Map.of() : data);
    }

    private static Optional<Secret> unlessConflict(Supplier<Secret> write) {
        try {
            return Optional.of(write.get());
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return "Secret " + namespace + "/" + name;
    }
}
