package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A certificate and its key, from a Secret of type {@code kubernetes.io/tls}.
 *
 * @param namespace of the Secret
 * @param name of the Secret
 * @param certificateChain PEM, leaf first
 * @param privateKey PEM
 */
public record Identity(String namespace, String name, String certificateChain, SecretText privateKey)
        implements Published {
    /** The key of the identity of this Secret. */
    public static Key key(String namespace, String name) {
        return new Key(Kind.IDENTITY, namespace + "/" + name);
    }

    @Override
    @JsonIgnore
    public Key key() {
        return key(namespace, name);
    }

    @Override
    @JsonIgnore
    public List<Key> references() {
        return List.of();
    }
}
