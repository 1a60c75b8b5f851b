package io.portafilter.compiler.annotation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Policies;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.ProxyNextUpstream;
import io.portafilter.contract.ProxyNextUpstream.Condition;
import io.portafilter.contract.ProxyTimeout;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.SslRedirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotationReaderTest {
    @Test
    void anIngressWithoutAnnotationsSaysNothing() {
        Reading.Accepted reading = Annotated.accepted(Map.of());

        assertThat(reading.values().policies()).isEqualTo(Policies.NONE);
        assertThat(reading.values().canary()).isEqualTo(Sourced.byDefault(false));
        assertThat(reading.values().serviceUpstream()).isEmpty();
        assertThat(reading.denial()).isEmpty();
        assertThat(reading.denial("/any.*")).isEmpty();
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void whatIsBuiltBecomesPoliciesThatNameTheirAnnotations() {
        Reading.Accepted reading = Annotated.accepted(Map.ofEntries(
                entry("ssl-redirect", "false"),
                entry("force-ssl-redirect", "1"),
                entry("proxy-connect-timeout", "3"),
                entry("proxy-read-timeout", "3600"),
                entry("proxy-body-size", "8m"),
                entry("proxy-next-upstream", "http_503 error non_idempotent"),
                entry("proxy-next-upstream-tries", "0")));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.values().policies())
                .isEqualTo(Policies.of(
                        new SslRedirect(
                                from("ssl-redirect", false),
                                from("force-ssl-redirect", true),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new ProxyTimeout(
                                from("proxy-connect-timeout", 3), from("proxy-read-timeout", 3600), Optional.empty()),
                        new ProxyBodySize(from("proxy-body-size", 8L << 20)),
                        new ProxyNextUpstream(
                                from("proxy-next-upstream", List.of(Condition.ERROR, Condition.HTTP_503)),
                                from("proxy-next-upstream-tries", 0),
                                Optional.empty(),
                                from("proxy-next-upstream", true))));
    }

    @Test
    void hostsAndClustersGetTheirValues() {
        Values values = Annotated.accepted(Map.of(
                        "server-alias", " b.example.com,a.example.com, ,b.example.com,~^c$",
                        "from-to-www-redirect", "true",
                        "load-balance", "round_robin",
                        "service-upstream", "false",
                        "use-regex", "true",
                        "rewrite-target", "/$1"))
                .values();

        assertThat(values.serverAliases())
                .extracting(Sourced::value)
                .containsExactly("b.example.com", "a.example.com", "~^c$");
        assertThat(values.serverAliases()).extracting(Sourced::origin).containsOnly(origin("server-alias"));
        assertThat(values.fromToWwwRedirect()).isEqualTo(new Sourced<>(true, origin("from-to-www-redirect")));
        assertThat(values.loadBalance()).isEqualTo(from("load-balance", LoadBalance.ROUND_ROBIN));
        assertThat(values.serviceUpstream()).isEqualTo(from("service-upstream", false));
        assertThat(values.useRegex()).isEqualTo(new Sourced<>(true, origin("use-regex")));
        assertThat(values.rewriteTarget()).isEqualTo(from("rewrite-target", "/$1"));
    }

    @Test
    void anInvalidTextNeverBecomesAValue() {
        Reading.Accepted reading = Annotated.accepted(
                Map.of("ssl-redirect", "yes", "proxy-read-timeout", "5s", "proxy-body-size", "1 mb"));

        assertThat(reading.values().policies()).isEqualTo(Policies.NONE);
        assertThat(reading.findings()).extracting(finding -> finding.id()).containsOnly("annotation-invalid");
        assertThat(reading.findings()).hasSize(3);
    }

    @Test
    void oneRejectedAnnotationRejectsTheIngressButAllAreReported() {
        Reading reading = Annotated.read(
                AnnotationOptions.DEFAULT,
                Map.of("server-alias", "a;", "limit-rps", "many", "proxy-read-timeout", "5s"));

        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        assertThat(reading.findings()).hasSize(3).isSorted();
    }

    @Test
    void aRiskyAnnotationRejectsTheIngress() {
        AnnotationOptions cautious =
                new AnnotationOptions(AnnotationOptions.DEFAULT_PREFIX, true, false, Risk.LOW, List.of(), false);

        assertThat(Annotated.read(cautious, Map.of("ssl-redirect", "false"))).isInstanceOf(Reading.Accepted.class);
        assertThat(Annotated.read(cautious, Map.of("proxy-body-size", "1m"))).isInstanceOf(Reading.Rejected.class);
        assertThat(Annotated.read(cautious, Map.of("proxy-body-size", "")))
                .as("the risk lies in the name, not in the text")
                .isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void underTheDefaultRiskASnippetRejectsTheIngress() {
        assertThat(Annotated.read(AnnotationOptions.DEFAULT, Map.of("configuration-snippet", "")))
                .isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void aSnippetThatNeverRanIsDroppedWhateverItSays() {
        AnnotationOptions snippetsOff =
                new AnnotationOptions(AnnotationOptions.DEFAULT_PREFIX, true, false, Risk.CRITICAL, List.of(), false);

        Reading reading = Annotated.read(snippetsOff, Map.of("configuration-snippet", "deny all;"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.denial()).isEmpty());
        assertThat(reading.findings()).extracting(finding -> finding.id()).containsExactly("annotation-snippet");
    }

    @Test
    void aBlockedWordRejectsTheIngressEvenInAnUnknownAnnotation() {
        AnnotationOptions blocking = new AnnotationOptions(
                AnnotationOptions.DEFAULT_PREFIX, true, false, Risk.HIGH, List.of("load_module", "kubernetes"), false);

        assertThat(Annotated.read(blocking, Map.of("no-such", "x load_module y")))
                .isInstanceOf(Reading.Rejected.class);
        assertThat(Annotated.read(blocking, Map.of("no-such", "x Load_Module y")))
                .isInstanceOf(Reading.Accepted.class);
        assertThat(Annotated.readFull(blocking, Map.of("example.com/no-such", "load_module")))
                .isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void unknownAnnotationsAreNamedWithAGuess() {
        Reading reading = Annotated.accepted(Map.of("proxy_body_size", "1m", "what-is-this", "x"));

        assertThat(reading.findings())
                .extracting(finding -> finding.id(), finding -> finding.message())
                .containsExactly(
                        tuple(
                                "annotation-unknown",
                                "proxy_body_size is unknown and has no effect; did you mean proxy-body-size?"),
                        tuple("annotation-unknown", "what-is-this is unknown and has no effect"));
    }

    @Test
    void annotationsUnderOtherPrefixesAreNotOurs() {
        assertThat(Annotated.readFull(
                                AnnotationOptions.DEFAULT,
                                Map.of("kubernetes.io/ingress.class", "nginx", "nginx.ingress.kubernetes.iox/a", "b"))
                        .findings())
                .isEmpty();
    }

    @Test
    void thePrefixCanBeAnother() {
        AnnotationOptions other = new AnnotationOptions("example.com", true, false, Risk.HIGH, List.of(), false);

        Reading.Accepted reading = (Reading.Accepted) Annotated.read(other, Map.of("service-upstream", "true"));

        assertThat(reading.values().serviceUpstream())
                .contains(new Sourced<>(
                        true,
                        new Origin.Field("Ingress shop/web", "metadata.annotations[example.com/service-upstream]")));
    }

    @Test
    void withoutValidationNothingIsRejectedAndUnreadableValuesAreNotSet() {
        AnnotationOptions lax =
                new AnnotationOptions(AnnotationOptions.DEFAULT_PREFIX, false, false, Risk.HIGH, List.of(), false);

        Reading reading = Annotated.read(
                lax, Map.of("from-to-www-redirect", "yes", "load-balance", "ip_hash", "server-alias", "a b"));

        Values values = ((Reading.Accepted) reading).values();
        assertThat(values.fromToWwwRedirect().value()).isFalse();
        assertThat(values.loadBalance().map(Sourced::value)).contains(LoadBalance.ROUND_ROBIN);
        assertThat(values.serverAliases()).extracting(Sourced::value).containsExactly("a b");
        assertThat(reading.findings())
                .extracting(finding -> finding.id())
                .containsExactly("annotation-invalid", "annotation-not-built");
    }

    @Test
    void withoutValidationAnUnreadableLimitStillClosesTheRoutes() {
        AnnotationOptions lax =
                new AnnotationOptions(AnnotationOptions.DEFAULT_PREFIX, false, false, Risk.HIGH, List.of(), false);

        assertThat(((Reading.Accepted) Annotated.read(lax, Map.of("limit-rps", "five"))).denial())
                .contains(new Denial(Denial.Scope.ROUTES, origin("limit-rps")));
    }

    @Test
    void aPartWithoutItsWholeHasNoEffect() {
        Reading.Accepted reading =
                Annotated.accepted(Map.of("auth-realm", "\"", "auth-response-headers", ";", "auth-tls-match-cn", "x"));

        assertThat(reading.denial()).isEmpty();
        assertThat(reading.findings())
                .extracting(finding -> finding.message())
                .containsExactly(
                        "auth-realm has no effect without auth-type",
                        "auth-response-headers has no effect without auth-url",
                        "auth-tls-match-cn has no effect without auth-tls-secret");
    }

    @Test
    void theWidestDenialWins() {
        Reading.Accepted reading = Annotated.accepted(
                Map.of("allowlist-source-range", "10.0.0.0/8", "auth-tls-secret", "shop/ca", "limit-rps", "1"));

        assertThat(reading.denial()).contains(new Denial(Denial.Scope.HOSTS, origin("auth-tls-secret")));
    }

    @Test
    void amongEqualDenialsTheFirstNameIsTheOrigin() {
        Reading.Accepted reading =
                Annotated.accepted(Map.of("auth-type", "basic", "allowlist-source-range", "10.0.0.1"));

        assertThat(reading.denial()).contains(new Denial(Denial.Scope.ROUTES, origin("allowlist-source-range")));
    }

    @Test
    void aCanaryIsNeverDeniedForItHasNoRoutes() {
        assertThat(Annotated.accepted(Map.of("canary", "true", "auth-tls-secret", "shop/ca"))
                        .denial())
                .isEmpty();
    }

    @Test
    void otherNamespacesAreAllowedWhenTheOwnerSaysSo() {
        AnnotationOptions open =
                new AnnotationOptions(AnnotationOptions.DEFAULT_PREFIX, true, true, Risk.HIGH, List.of(), false);

        Reading.Accepted reading =
                (Reading.Accepted) Annotated.read(open, Map.of("proxy-ssl-secret", "other/backend-ca"));

        assertThat(reading.denial()).isEmpty();
    }

    @Test
    void messagesHoldNoLineBreaksOfTheirAuthors() {
        assertThat(Annotated.read(AnnotationOptions.DEFAULT, Map.of("server-alias", "a\nFAKE LOG LINE"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).doesNotContain("\n"));
    }

    private static <T> Optional<Sourced<T>> from(String name, T value) {
        return Optional.of(new Sourced<>(value, origin(name)));
    }

    private static Origin origin(String name) {
        return new Origin.Field("Ingress shop/web", "metadata.annotations[nginx.ingress.kubernetes.io/" + name + "]");
    }
}
