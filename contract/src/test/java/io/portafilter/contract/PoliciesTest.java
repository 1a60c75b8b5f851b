package io.portafilter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PoliciesTest {
    private static final ProxyBodySize ONE = new ProxyBodySize(Optional.of(Sourced.byDefault(1L)));
    private static final ProxyBodySize TWO = new ProxyBodySize(Optional.of(Sourced.byDefault(2L)));
    private static final ProxyTimeout CONNECT =
            new ProxyTimeout(Optional.of(Sourced.byDefault(5)), Optional.empty(), Optional.empty());
    private static final ProxyTimeout ALL = new ProxyTimeout(
            Optional.of(Sourced.byDefault(1)), Optional.of(Sourced.byDefault(2)), Optional.of(Sourced.byDefault(3)));
    private static final SslRedirect REDIRECT = new SslRedirect(
            Optional.of(Sourced.byDefault(true)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void anOwnValueWinsAndTheParentFillsGaps() {
        assertThat(Policies.of(CONNECT).inherit(Policies.of(ALL)))
                .isEqualTo(Policies.of(new ProxyTimeout(Optional.of(Sourced.byDefault(5)), ALL.read(), ALL.send())));
    }

    @Test
    void kindsOfEitherSideAreThere() {
        assertThat(Policies.of(ONE).inherit(Policies.of(ALL))).isEqualTo(Policies.of(ALL, ONE));
        assertThat(Policies.NONE.inherit(Policies.of(ALL))).isEqualTo(Policies.of(ALL));
        assertThat(Policies.of(ONE).inherit(Policies.NONE)).isEqualTo(Policies.of(ONE));
    }

    @Test
    void everyPolicyOfTheSettingsReachesARouteThatSaysNothing() {
        Policies every = Samples.route().policies().inherit(Samples.settings().policies());
        assertThat(Policies.NONE.inherit(every)).isEqualTo(every);
        assertThat(every.inherit(Policies.NONE)).isEqualTo(every);
        assertThat(every.list()).hasSize(Policy.class.getPermittedSubclasses().length);
    }

    @Test
    void theOrderInWhichPoliciesAreGivenDoesNotMatter() {
        assertThat(Policies.of(ALL, ONE)).isEqualTo(Policies.of(ONE, ALL));
    }

    @Test
    void aPolicyIsFoundByItsKind() {
        assertThat(Policies.of(ALL, ONE).get(ProxyBodySize.class)).contains(ONE);
        assertThat(Policies.of(ALL).get(ProxyBodySize.class)).isEmpty();
    }

    @Test
    void twoOfAKindAreRefused() {
        assertThatThrownBy(() -> Policies.of(ONE, TWO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ProxyBodySize");
    }

    @Test
    void whatProtectsSomebodyIsKnown() {
        assertThat(Policies.of(ONE, REDIRECT, ALL).protecting().list()).isEqualTo(List.of(REDIRECT));
    }
}
