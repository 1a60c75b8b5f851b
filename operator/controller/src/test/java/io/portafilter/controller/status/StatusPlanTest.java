package io.portafilter.controller.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.IngressState.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusPlanTest {
    private static final List<Address> NONE = List.of();
    private static final List<Address> NEW = List.of(new Address("203.0.113.7", ""));
    private static final List<Address> OLD = List.of(new Address("203.0.113.1", ""));

    @Test
    void anIngressThatIsServedGetsTheAddresses() {
        assertThat(write(Effect.CURRENT, NEW, NONE, false)).contains(NEW);
        assertThat(write(Effect.LAST_GOOD, NEW, OLD, true)).contains(NEW);
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgainWhoeverWroteIt() {
        assertThat(write(Effect.CURRENT, NEW, NEW, true)).isEmpty();
        assertThat(write(Effect.CURRENT, NEW, NEW, false)).isEmpty();
    }

    @Test
    void ingressNginxIsTakenOverFrom() {
        assertThat(write(Effect.CURRENT, NEW, OLD, false)).contains(NEW);
    }

    @Test
    void withoutAddressesWeGiveUpOursAndLeaveAnothers() {
        assertThat(write(Effect.CURRENT, NONE, OLD, true)).contains(NONE);
        assertThat(write(Effect.CURRENT, NONE, OLD, false)).isEmpty();
    }

    @Test
    void whatNobodyKnowsYetChangesNothing() {
        assertThat(StatusPlan.write(Optional.of(Effect.CURRENT), Optional.empty(), OLD, true))
                .isEmpty();
        assertThat(StatusPlan.write(Optional.empty(), Optional.of(NEW), NONE, false))
                .isEmpty();
    }

    @Test
    void aForeignIngressNeverGetsAnAddressAndLosesOnlyOurs() {
        assertThat(write(Effect.FOREIGN, NEW, NONE, false)).isEmpty();
        assertThat(write(Effect.FOREIGN, NEW, OLD, false)).isEmpty();
        assertThat(write(Effect.FOREIGN, NEW, OLD, true)).contains(NONE);
        assertThat(write(Effect.FOREIGN, NEW, NONE, true)).isEmpty();
    }

    @Test
    void aRejectedIngressKeepsWhatItShows() {
        assertThat(write(Effect.NOTHING, NEW, NONE, false)).isEmpty();
        assertThat(write(Effect.NOTHING, NEW, OLD, true)).isEmpty();
    }

    private static Optional<List<Address>> write(
            Effect effect, List<Address> addresses, List<Address> shown, boolean ours) {
        return StatusPlan.write(Optional.of(effect), Optional.of(addresses), shown, ours);
    }
}
