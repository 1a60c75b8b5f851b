package io.portafilter.contract;

import java.util.Optional;

/**
 * The Strict-Transport-Security header on answers over TLS (behaviour §4.2).
 *
 * @param enabled whether it is sent
 * @param maxAgeSeconds its max-age
 * @param includeSubdomains whether it names includeSubDomains
 * @param preload whether it names preload
 */
public record Hsts(
        Optional<Sourced<Boolean>> enabled,
        Optional<Sourced<Long>> maxAgeSeconds,
        Optional<Sourced<Boolean>> includeSubdomains,
        Optional<Sourced<Boolean>> preload)
        implements Policy<Hsts> {
    @Override
    public Hsts inherit(Hsts parent) {
        return new Hsts(
                enabled.or(parent::enabled),
                maxAgeSeconds.or(parent::maxAgeSeconds),
                includeSubdomains.or(parent::includeSubdomains),
                preload.or(parent::preload));
    }
}
