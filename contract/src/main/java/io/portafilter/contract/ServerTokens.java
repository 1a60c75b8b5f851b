package io.portafilter.contract;

import java.util.Optional;

/**
 * The Server header of answers (behaviour §4.2).
 *
 * @param enabled the proxy names itself; otherwise the header is removed
 * @param allowBackend the backend's own header passes
 */
public record ServerTokens(Optional<Sourced<Boolean>> enabled, Optional<Sourced<Boolean>> allowBackend)
        implements Policy<ServerTokens> {
    @Override
    public ServerTokens inherit(ServerTokens parent) {
        return new ServerTokens(enabled.or(parent::enabled), allowBackend.or(parent::allowBackend));
    }
}
