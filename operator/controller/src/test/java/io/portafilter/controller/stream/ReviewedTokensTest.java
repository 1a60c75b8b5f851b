package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.apiserver.SecondApiServer;
import io.portafilter.controller.authority.TestAuthority;
import io.portafilter.controller.stream.Tokens.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real tokens of a real API server. */
@Tag("api-server")
class ReviewedTokensTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiServer server = ApiServer.shared();
    private final KubernetesClient client = server.client();
    private final String namespace = server.namespace();
    private final Tokens tokens = tokens(client);

    @BeforeEach
    void cluster() {
        server.apply(namespace, """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: pf-proxy}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: default}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: pf-controller-abc}
                spec:
                  serviceAccountName: pf-proxy
                  automountServiceAccountToken: false
                  containers: [{name: proxy, image: proxy}]
                """);
    }

    @Test
    void aTokenOfOurAudienceIsAcceptedWithItsPod() {
        assertThat(tokens.judge(podToken("portafilter"))).isEqualTo(accepted(Optional.of("pf-controller-abc")));
    }

    @Test
    void aTokenThatIsBoundToNoPodIsItsServiceAccounts() {
        Verdict verdict = tokens.judge(token("pf-proxy", "portafilter"));
        assertThat(verdict).isEqualTo(accepted(Optional.empty()));
        assertThat(((Verdict.Accepted) verdict).proxy().toString()).isEqualTo(namespace + "/pf-proxy");
    }

    @Test
    void aTokenOfTwoAudiencesIsAcceptedForOurs() {
        String token = token("pf-proxy", "vault", "portafilter");
        assertThat(tokens.judge(token)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aTokenOfAnotherAudienceIsNotAccepted() {
        assertThat(tokens.judge(token("pf-proxy", "vault"))).isInstanceOf(Verdict.NotAccepted.class);
        assertThat(tokens.judge(token("pf-proxy", "https://kubernetes.default.svc")))
                .isInstanceOf(Verdict.NotAccepted.class);
    }

    @Test
    void anotherServiceAccountIsForeign() {
        assertThat(tokens.judge(token("default", "portafilter")))
                .isEqualTo(new Verdict.Foreign("\"system:serviceaccount:" + namespace + ":default\""));
    }

    @Test
    void aServiceAccountOfThatNameElsewhereIsForeign() {
        String elsewhere = server.namespace();
        server.apply(elsewhere, "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: pf-proxy}\n");
        String token = client.serviceAccounts()
                .inNamespace(elsewhere)
                .withName("pf-proxy")
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences("portafilter")
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
        assertThat(tokens.judge(token)).isInstanceOf(Verdict.Foreign.class);
    }

    @Test
    void whatIsNoTokenIsNotAccepted() {
        assertThat(tokens.judge("")).isInstanceOf(Verdict.NotAccepted.class);
        assertThat(tokens.judge("good")).isInstanceOf(Verdict.NotAccepted.class);
        assertThat(tokens.judge("a.b.c")).isInstanceOf(Verdict.NotAccepted.class);
        assertThat(tokens.judge("a".repeat(100_000))).isInstanceOf(Verdict.NotAccepted.class);
    }

    @Test
    void aForgedTokenIsNotAccepted() {
        String[] parts = podToken("portafilter").split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        claims.replace("pf-controller-abc", "pf-controller-xyz").getBytes(StandardCharsets.UTF_8));
        assertThat(forged).isNotEqualTo(parts[1]);
        Verdict verdict = tokens.judge(parts[0] + "." + forged + "." + parts[2]);
        assertThat(verdict).isInstanceOf(Verdict.NotAccepted.class);
        assertThat(verdict.toString()).doesNotContain(forged);
    }

    @Test
    void aTokenOfAPodThatIsGoneIsNotAccepted() {
        String token = podToken("portafilter");
        client.pods()
                .inNamespace(namespace)
                .withName("pf-controller-abc")
                .withGracePeriod(0)
                .delete();
        await().atMost(PATIENCE).until(() -> tokens.judge(token) instanceof Verdict.NotAccepted);
    }

    @Test
    void aTokenOfAServiceAccountThatIsGoneIsNotAccepted() {
        String token = token("pf-proxy", "portafilter");
        client.serviceAccounts().inNamespace(namespace).withName("pf-proxy").delete();
        await().atMost(PATIENCE).until(() -> tokens.judge(token) instanceof Verdict.NotAccepted);
    }

    @Test
    void whileTheApiServerIsAwayNobodyCanTell() throws IOException {
        String token = podToken("portafilter");
        try (SecondApiServer second = server.second();
                KubernetesClient its = new KubernetesClientBuilder()
                        .withConfig(second.config())
                        .build()) {
            Tokens asked = tokens(its);
            assertThat(asked.judge(token)).isInstanceOf(Verdict.Accepted.class);
            second.kill();
            assertThat(asked.judge(token)).isInstanceOf(Verdict.Unknown.class);
            second.start();
            await().atMost(PATIENCE).until(() -> asked.judge(token) instanceof Verdict.Accepted);
        }
    }

    @Test
    void anOperatorThatMayNotReviewCannotTell() {
        try (KubernetesClient powerless = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(server.config())
                        .withImpersonateUsername("nobody")
                        .build())
                .build()) {
            assertThat(tokens(powerless).judge(podToken("portafilter")))
                    .isInstanceOfSatisfying(
                            Verdict.Unknown.class,
                            unknown -> assertThat(unknown.why())
                                    .startsWith("the API server answered 403: ")
                                    .contains("tokenreviews"));
        }
    }

    @Test
    void throughTheServerEachGetsWhatItDeserves() throws IOException {
        TestAuthority authority = new TestAuthority();
        Hub hub = new Hub(HubOptions.DEFAULT);
        new Steps(hub).put("web", 1);
        Tokens reviewed = Tokens.reviewed(client, "portafilter", Set.of(namespace + "/pf-proxy"));
        try (StreamServer stream = StreamServer.start(Server.usual(), authority.server(), hub, reviewed)) {
            record Case(String token, int status) {}
            for (Case one : List.of(
                    new Case(podToken("portafilter"), 200),
                    new Case(token("pf-proxy", "vault"), 401),
                    new Case(token("default", "portafilter"), 403),
                    new Case("garbage", 401))) {
                try (Client proxy = new Client(stream.address(), authority.client())
                        .send("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + one.token()
                                + "\r\nPortafilter-Contract: 1\r\n\r\n")) {
                    assertThat(proxy.head().status()).isEqualTo(one.status());
                }
            }
            assertThat(stream.proxies().list())
                    .singleElement()
                    .satisfies(
                            state -> assertThat(state.proxy().toString()).isEqualTo(namespace + "/pf-controller-abc"));
        }
    }

    private Tokens tokens(KubernetesClient with) {
        return new ReviewedTokens(with, "portafilter", Set.of(namespace + "/pf-proxy"), Duration.ofSeconds(10));
    }

    private Verdict accepted(Optional<String> pod) {
        return new Verdict.Accepted(new ProxyIdentity(namespace, "pf-proxy", pod));
    }

    private String podToken(String audience) {
        return request(
                "pf-proxy",
                new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences(audience)
                        .withNewBoundObjectRef()
                        .withApiVersion("v1")
                        .withKind("Pod")
                        .withName("pf-controller-abc")
                        .endBoundObjectRef()
                        .endSpec()
                        .build());
    }

    private String token(String account, String... audiences) {
        return request(
                account,
                new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences(audiences)
                        .endSpec()
                        .build());
    }

    private String request(String account, TokenRequest request) {
        return client.serviceAccounts()
                .inNamespace(namespace)
                .withName(account)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }
}
