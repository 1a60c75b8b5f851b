package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * Sends plain HTTP to HTTPS (behaviour §7).
 *
 * @param enabled redirect when the host has a certificate
 * @param force redirect also without one
 * @param preserveTrailingSlash keep one trailing slash of the URI, which is stripped otherwise
 * @param code 301, 302, 307 or 308
 * @param exemptPaths paths of routes that are never redirected when they start so, for example ACME challenges
 */
public record SslRedirect(
        Optional<Sourced<Boolean>> enabled,
        Optional<Sourced<Boolean>> force,
        Optional<Sourced<Boolean>> preserveTrailingSlash,
        Optional<Sourced<Integer>> code,
        Optional<Sourced<List<String>>> exemptPaths)
        implements Policy<SslRedirect> {
    @Override
    public SslRedirect inherit(SslRedirect parent) {
        return new SslRedirect(
                enabled.or(parent::enabled),
                force.or(parent::force),
                preserveTrailingSlash.or(parent::preserveTrailingSlash),
                code.or(parent::code),
                exemptPaths.or(parent::exemptPaths));
    }

    @Override
    @JsonIgnore
    public boolean protects() {
        return true;
    }
}
