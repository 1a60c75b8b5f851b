package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final ProxyIdentity A = new ProxyIdentity("ns", "proxy", Optional.of("a"));
    private static final ProxyIdentity B = new ProxyIdentity("ns", "proxy", Optional.of("b"));
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Key WEB = Endpoints.key("shop", "web", "80");

    private Instant now = BEGIN;
    private final Hub hub = new Hub(HubOptions.DEFAULT);
    private final Steps steps = new Steps(hub);
    private final Proxies proxies = new Proxies(hub, Server.few(3, 2, 1000, 10), () -> now);

    @Test
    void aProxyIsConnectedSinceItsOldestStreamBegan() {
        Proxies.Attendance first = proxies.enter(A).orElseThrow();
        now = now.plusSeconds(10);
        Proxies.Attendance second = proxies.enter(A).orElseThrow();
        first.close();
        assertThat(proxies.list()).singleElement().satisfies(state -> {
            assertThat(state.connectedSince()).contains(BEGIN);
            assertThat(state.streams()).isEqualTo(1);
        });
        second.close();
        now = now.plusSeconds(10);
        assertThat(proxies.enter(A)).isPresent();
        assertThat(proxies.list().getFirst().connectedSince()).contains(now);
    }

    @Test
    void streamsAreBoundedForOneAndForAll() {
        Proxies.Attendance one = proxies.enter(A).orElseThrow();
        assertThat(proxies.enter(A)).isPresent();
        assertThat(proxies.enter(A)).isEmpty();
        assertThat(proxies.enter(B)).isPresent();
        assertThat(proxies.enter(B)).isEmpty();
        assertThat(proxies.streams()).isEqualTo(3);
        one.close();
        assertThat(proxies.enter(B)).isPresent();
    }

    @Test
    void whoIsGoneIsForgottenAfterTenMinutes() {
        Proxies.Attendance stream = proxies.enter(A).orElseThrow();
        proxies.reported(B, List.of());
        now = now.plus(Duration.ofMinutes(10));
        assertThat(proxies.list()).extracting(ProxyState::proxy).containsExactly(A, B);
        now = now.plusSeconds(1);
        assertThat(proxies.list()).extracting(ProxyState::proxy).containsExactly(A);
        stream.close();
        now = now.plus(Duration.ofMinutes(11));
        assertThat(proxies.list()).isEmpty();
    }

    @Test
    void whatItAppliedLastCountsAlsoWhenItsStreamIsElsewhere() {
        Version one = steps.put("web", 1);
        Version two = steps.put("web", 2);
        proxies.reported(A, List.of(new Frame.Applied(1, one), new Frame.Applied(1, two)));
        assertThat(proxies.list()).singleElement().satisfies(state -> {
            assertThat(state.applied()).contains(two);
            assertThat(state.reported()).contains(BEGIN);
            assertThat(state.connectedSince()).isEmpty();
        });
    }

    @Test
    void aRefusalCountsWhileTheObjectIsPublishedAsItWasRefused() {
        steps.put("web", 1);
        Frame.Refused refused = new Frame.Refused(WEB, Digest.of(Steps.endpoints("web", 1)), "no");
        proxies.reported(A, List.of(refused));
        assertThat(proxies.list().getFirst().refused())
                .containsExactly(new ProxyState.Refused(WEB, refused.digest(), "no"));
        steps.put("web", 2);
        assertThat(proxies.list().getFirst().refused()).isEmpty();
        steps.put("web", 1);
        assertThat(proxies.list().getFirst().refused()).hasSize(1);
        steps.delete("web");
        proxies.reported(A, List.of());
        steps.put("web", 1);
        assertThat(proxies.list().getFirst().refused())
                .as("after another report it would have been refused again")
                .isEmpty();
    }

    @Test
    void aRefusalOfSomethingElseIsNotKept() {
        steps.put("web", 1);
        proxies.reported(A, List.of(new Frame.Refused(WEB, Digest.of(Steps.endpoints("web", 7)), "no")));
        assertThat(proxies.list().getFirst().refused()).isEmpty();
    }

    @Test
    void aProxyCannotFillTheMemoryWithItsReasons() {
        steps.put("web", 1);
        Digest digest = Digest.of(Steps.endpoints("web", 1));
        proxies.reported(A, List.of(new Frame.Refused(WEB, digest, "x".repeat(100_000))));
        assertThat(proxies.list().getFirst().refused().getFirst().reason()).hasSize(500);

        List<String> services = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            services.add("s" + i);
        }
        steps.put(services, 1);
        List<Frame.Up> many = new ArrayList<>();
        services.forEach(service -> many.add(
                new Frame.Refused(Endpoints.key("shop", service, "80"), Digest.of(Steps.endpoints(service, 1)), "no")));
        proxies.reported(A, many);
        assertThat(proxies.list().getFirst().refused()).hasSize(1000);
    }

    @Test
    void whatSeveralCannotTakeIsOneProblem() {
        steps.put(List.of("web", "api"), 1);
        Frame.Refused web = new Frame.Refused(WEB, Digest.of(Steps.endpoints("web", 1)), "too modern");
        Key api = Endpoints.key("shop", "api", "80");
        proxies.reported(B, List.of(web));
        proxies.reported(A, List.of(web, new Frame.Refused(api, Digest.of(Steps.endpoints("api", 1)), "too old")));
        assertThat(proxies.refused())
                .containsExactly(
                        new RefusedObject(api, Digest.of(Steps.endpoints("api", 1)), "too old", List.of(A)),
                        new RefusedObject(WEB, web.digest(), "too modern", List.of(A, B)));
        assertThat(proxies.refused().getLast().message())
                .startsWith(
                        "Endpoints/shop/web/80 cannot be used by 2 proxies (first ns/a): too modern; the proxy goes on");
        steps.put("web", 2);
        assertThat(proxies.refused()).extracting(RefusedObject::key).containsExactly(api);
    }
}
