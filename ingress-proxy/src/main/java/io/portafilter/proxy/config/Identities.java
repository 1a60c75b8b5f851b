package io.portafilter.proxy.config;

import io.portafilter.contract.Identity;
import io.portafilter.contract.Key;
import io.portafilter.proxy.tls.BadIdentity;
import io.portafilter.proxy.tls.ServerIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The identities that could be read. One that cannot keeps its predecessor. */
final class Identities {
    private final Refusals refusals;
    private final Map<Key, ServerIdentity> byKey = new HashMap<>();

    Identities(Refusals refusals) {
        this.refusals = refusals;
    }

    void put(Identity identity) {
        try {
            byKey.put(
                    identity.key(),
                    ServerIdentity.read(
                            identity.namespace() + "/" + identity.name(),
                            identity.certificateChain(),
                            identity.privateKey().value()));
        } catch (BadIdentity e) {
            refusals.add(
                    identity,
                    "Secret " + identity.namespace() + "/" + identity.name() + " cannot be used: " + e.getMessage());
        }
    }

    void remove(Key key) {
        byKey.remove(key);
    }

    Optional<ServerIdentity> get(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
