package io.portafilter.network.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.network.exports.Exports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DampingTest {
    private static final Known KNOWN = Given.known(Exports.cluster("kubeadm-flannel"), Map.of());
    private static final Verdict BAD = Verdict.no("NotAnswering", "1 of 2 replicas answers");

    private Optional<NetworkSetupStatus> told = Optional.empty();
    private Damping damping = Given.DAMPING;

    @BeforeEach
    void wellAtNoon() {
        assertThat(dnsAt(0, Given.WELL)).isEqualTo("True Ready");
    }

    @Test
    void whatIsBadForAMomentIsNotTold() {
        assertThat(dnsAt(10, BAD)).isEqualTo("True Ready");
        assertThat(damping.dueAt()).contains(Given.NOON.plusSeconds(70));
        assertThat(dnsAt(69, BAD)).isEqualTo("True Ready");
        assertThat(dnsAt(70, Given.WELL)).isEqualTo("True Ready");
        assertThat(damping.dueAt()).isEmpty();
        assertThat(dnsAt(80, BAD)).isEqualTo("True Ready");
        assertThat(dnsAt(139, BAD)).isEqualTo("True Ready");
    }

    @Test
    void whatStaysBadIsToldAndWhatGetsWellIsToldAtOnce() {
        assertThat(dnsAt(10, BAD)).isEqualTo("True Ready");
        assertThat(dnsAt(70, BAD)).isEqualTo("False NotAnswering");
        assertThat(Given.told(told.orElseThrow(), "Degraded")).isEqualTo("True NotAnswering");
        assertThat(Given.told(told.orElseThrow(), "Available")).isEqualTo("False NotAnswering");
        assertThat(dnsAt(71, Given.WELL)).isEqualTo("True Ready");
        assertThat(Given.told(told.orElseThrow(), "Degraded")).isEqualTo("False AsExpected");
    }

    @Test
    void asLongAsItIsHeldNothingAtAllChanges() {
        NetworkSetupStatus well = told.orElseThrow();
        dnsAt(10, BAD);
        assertThat(told).contains(well);
    }

    @Test
    void whatWasNeverToldIsToldAtOnce() {
        told = Optional.empty();
        assertThat(dnsAt(10, BAD)).isEqualTo("False NotAnswering");
        told = Optional.empty();
        assertThat(dnsAt(20, Verdict.NOT_ASKED)).isEqualTo("Unknown NotAsked");
        assertThat(Given.told(told.orElseThrow(), "Available")).isEqualTo("Unknown NotAsked");
        assertThat(dnsAt(30, BAD)).isEqualTo("False NotAnswering");
    }

    /** Whatever happens: what is told as bad was bad at every look of the last minute. */
    @Test
    void nobodyIsToldOfFlapping() {
        Random random = new Random(23);
        List<Long> wellAt = new ArrayList<>(List.of(0L));
        Map<String, Condition> before = Map.of("DNSReady", Given.condition(told.orElseThrow(), "DNSReady"));
        boolean toldBad = false;
        long now = 0;
        int changes = 0;
        for (int look = 0; look < 20_000; look++) {
            now += 1 + random.nextInt(30);
            boolean bad = random.nextInt(6) > 0;
            if (!bad) {
                wellAt.add(now);
            }
            Instant at = Given.NOON.plusSeconds(now);
            Damping.Step step = damping.step(Map.of("DNSReady", bad ? BAD : Given.WELL), before, at);
            before = Conditions.byType(Conditions.of(step.verdicts(), before, 7, at));
            damping = step.next();
            boolean tells = step.verdicts().containsValue(BAD);
            if (tells && !toldBad) {
                assertThat(now - wellAt.getLast()).isGreaterThan(60);
                changes++;
            }
            assertThat(tells && !bad).isFalse();
            toldBad = tells;
        }
        assertThat(changes).isPositive();
    }

    private String dnsAt(long second, Verdict dns) {
        Instant now = Given.NOON.plusSeconds(second);
        Progress progress = new Progress(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dns,
                Given.WELL,
                Given.WELL,
                Optional.empty(),
                List.of());
        StatusOf.Made made = StatusOf.of(KNOWN, progress, told, damping, now);
        told = Optional.of(made.status());
        damping = made.damping();
        return Given.told(made.status(), "DNSReady");
    }
}
