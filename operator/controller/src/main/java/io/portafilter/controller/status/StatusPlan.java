package io.portafilter.controller.status;

import io.portafilter.compiler.IngressState.Effect;
import java.util.List;
import java.util.Optional;

/** What has to be written to the status of an Ingress, if anything. */
final class StatusPlan {
    private StatusPlan() {}

    /**
     * The addresses to write; empty if everything is as it should be, or nobody knows how it should be.
     *
     * @param effect what became of the Ingress; empty if it was not compiled yet
     * @param addresses of the proxies; empty if not known yet
     * @param shown what the Ingress shows, sorted
     * @param ours whether we wrote that, and nobody since
     */
    static Optional<List<Address>> write(
            Optional<Effect> effect, Optional<List<Address>> addresses, List<Address> shown, boolean ours) {
        return effect.flatMap(some -> switch (some) {
            case CURRENT, LAST_GOOD -> addresses.filter(wanted -> !wanted.equals(shown) && (ours || !wanted.isEmpty()));
            case FOREIGN ->
                ours && !shown.isEmpty() ? Optional.of(List.<Address>of()) : Optional.<List<Address>>empty();
            case NOTHING -> Optional.<List<Address>>empty();
        });
    }
}
