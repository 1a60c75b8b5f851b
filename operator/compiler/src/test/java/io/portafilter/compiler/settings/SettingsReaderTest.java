package io.portafilter.compiler.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.annotation.AnnotationOptions;
import io.portafilter.compiler.annotation.Denial;
import io.portafilter.compiler.annotation.Risk;
import io.portafilter.compiler.catalogue.Status;
import io.portafilter.contract.ClientConnection;
import io.portafilter.contract.Hsts;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Policies;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.ProxyNextUpstream;
import io.portafilter.contract.ProxyNextUpstream.Condition;
import io.portafilter.contract.ProxyTimeout;
import io.portafilter.contract.ServerTokens;
import io.portafilter.contract.Settings;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.SslRedirect;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private final SettingsReader reader =
            new SettingsReader(new Ref(Kind.CONFIG_MAP, new Name("ingress", "controller")));
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void withoutAConfigMapTheDocumentedDefaultsHold() {
        assertThat(read(Map.of()))
                .isEqualTo(new Settings(
                        "ingress",
                        new ClientConnection(standard(75), standard(1000), standard(60), standard(60)),
                        Policies.of(
                                new SslRedirect(
                                        Optional.of(standard(true)),
                                        Optional.of(standard(false)),
                                        Optional.of(standard(false)),
                                        Optional.of(standard(308)),
                                        Optional.of(standard(List.of("/.well-known/acme-challenge")))),
                                new ProxyTimeout(
                                        Optional.of(standard(5)), Optional.of(standard(60)), Optional.of(standard(60))),
                                new ProxyBodySize(Optional.of(standard(1L << 20))),
                                new ProxyNextUpstream(
                                        Optional.of(standard(List.of(Condition.ERROR, Condition.TIMEOUT))),
                                        Optional.of(standard(3)),
                                        Optional.of(standard(0)),
                                        Optional.of(standard(false))),
                                new Hsts(
                                        Optional.of(standard(true)),
                                        Optional.of(standard(31_536_000L)),
                                        Optional.of(standard(true)),
                                        Optional.of(standard(false))),
                                new ServerTokens(Optional.of(standard(false)), Optional.of(standard(false))))));
        assertThat(findings).isEmpty();
    }

    @Test
    void everyOptionHasItsPlaceAndItsOrigin() {
        Settings settings = read(Map.ofEntries(
                Map.entry("keep-alive", "0"),
                Map.entry("keep-alive-requests", "10"),
                Map.entry("client-header-timeout", "11"),
                Map.entry("client-body-timeout", "12"),
                Map.entry("ssl-redirect", "false"),
                Map.entry("force-ssl-redirect", "true"),
                Map.entry("preserve-trailing-slash", "true"),
                Map.entry("http-redirect-code", "301"),
                Map.entry("no-tls-redirect-locations", "/a, /b,"),
                Map.entry("proxy-connect-timeout", "13"),
                Map.entry("proxy-read-timeout", "14"),
                Map.entry("proxy-send-timeout", "15"),
                Map.entry("proxy-body-size", "8k"),
                Map.entry("proxy-next-upstream", "off"),
                Map.entry("proxy-next-upstream-tries", "16"),
                Map.entry("proxy-next-upstream-timeout", "17"),
                Map.entry("retry-non-idempotent", "true"),
                Map.entry("hsts", "false"),
                Map.entry("hsts-max-age", "18"),
                Map.entry("hsts-include-subdomains", "false"),
                Map.entry("hsts-preload", "true"),
                Map.entry("server-tokens", "true"),
                Map.entry("allow-backend-server-header", "true")));

        assertThat(settings)
                .isEqualTo(new Settings(
                        "ingress",
                        new ClientConnection(
                                set("keep-alive", 0),
                                set("keep-alive-requests", 10),
                                set("client-header-timeout", 11),
                                set("client-body-timeout", 12)),
                        Policies.of(
                                new SslRedirect(
                                        Optional.of(set("ssl-redirect", false)),
                                        Optional.of(set("force-ssl-redirect", true)),
                                        Optional.of(set("preserve-trailing-slash", true)),
                                        Optional.of(set("http-redirect-code", 301)),
                                        Optional.of(set("no-tls-redirect-locations", List.of("/a", "/b")))),
                                new ProxyTimeout(
                                        Optional.of(set("proxy-connect-timeout", 13)),
                                        Optional.of(set("proxy-read-timeout", 14)),
                                        Optional.of(set("proxy-send-timeout", 15))),
                                new ProxyBodySize(Optional.of(set("proxy-body-size", 8192L))),
                                new ProxyNextUpstream(
                                        Optional.of(set("proxy-next-upstream", List.of())),
                                        Optional.of(set("proxy-next-upstream-tries", 16)),
                                        Optional.of(set("proxy-next-upstream-timeout", 17)),
                                        Optional.of(set("retry-non-idempotent", true))),
                                new Hsts(
                                        Optional.of(set("hsts", false)),
                                        Optional.of(set("hsts-max-age", 18L)),
                                        Optional.of(set("hsts-include-subdomains", false)),
                                        Optional.of(set("hsts-preload", true))),
                                new ServerTokens(
                                        Optional.of(set("server-tokens", true)),
                                        Optional.of(set("allow-backend-server-header", true))))));
        assertThat(findings).isEmpty();
    }

    @Test
    void nonIdempotentMayBeAskedForInTheListToo() {
        assertThat(read(Map.of("proxy-next-upstream", "error non_idempotent"))
                        .policies()
                        .get(ProxyNextUpstream.class)
                        .flatMap(ProxyNextUpstream::nonIdempotent))
                .contains(set("proxy-next-upstream", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep-alive | -1",
                "keep-alive | 75s",
                "keep-alive | ''",
                "keep-alive-requests | 0",
                "client-header-timeout | 0",
                "client-body-timeout | 1m",
                "ssl-redirect | yes",
                "ssl-redirect | ''",
                "force-ssl-redirect | on",
                "preserve-trailing-slash | 2",
                "http-redirect-code | 303",
                "http-redirect-code | 4294967597",
                "proxy-connect-timeout | 5s",
                "proxy-read-timeout | 99999999999",
                "proxy-send-timeout | 0",
                "proxy-body-size | 1mb",
                "proxy-next-upstream | http_418",
                "proxy-next-upstream-tries | -1",
                "proxy-next-upstream-timeout | 1s",
                "retry-non-idempotent | y",
                "hsts | off",
                "hsts-max-age | -1",
                "hsts-max-age | 1y",
                "hsts-include-subdomains | no",
                "hsts-preload | no",
                "server-tokens | off",
                "allow-backend-server-header | off"
            })
    void aBadValueIsReportedAndTheDefaultUsed(String option, String text) {
        assertThat(read(Map.of(option, text))).isEqualTo(read(Map.of()));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("option-invalid");
            assertThat(finding.object()).hasToString("ConfigMap ingress/controller");
            assertThat(finding.field()).isEqualTo("data[" + option + "]");
            assertThat(finding.message())
                    .startsWith(option + " is \"" + text + "\", but must be ")
                    .endsWith("; the default is used");
        });
    }

    @Test
    void onlyOptionsOfTheCatalogueThatAreBuiltOrCloseAreRead() {
        TreeSet<String> asked = new TreeSet<>();
        Function<String, Optional<String>> nothing = name -> {
            asked.add(name);
            return Optional.empty();
        };
        reader.read("ingress", nothing, findings::add);
        reader.readCompiler(nothing, findings::add);

        List<String> builtOrClosing = OptionCatalogue.BY_NAME.values().stream()
                .filter(entry -> switch (entry.status()) {
                    case Status.Built _ -> true;
                    case Status.Later later -> later.absence().denies();
                    case Status.Snippet _ ->
                        List.of("http-snippet", "server-snippet", "location-snippet")
                                .contains(entry.name());
                    case Status.Never _ -> false;
                })
                .map(entry -> entry.name())
                .toList();
        assertThat(asked).containsExactlyElementsOf(builtOrClosing);
    }

    @Test
    void theCompilerHasItsOwnDefaults() {
        assertThat(compiler(Map.of()).annotationOptions(AnnotationOptions.DEFAULT_PREFIX, true))
                .isEqualTo(AnnotationOptions.DEFAULT);
        assertThat(compiler(Map.of()).strictValidatePathType()).isEqualTo(standard(true));
        assertThat(compiler(Map.of()).serviceUpstream()).isEqualTo(standard(false));
        assertThat(compiler(Map.of()).denial()).isEmpty();
    }

    @Test
    void theCompilerObeysItsOptions() {
        CompilerSettings settings = compiler(Map.of(
                "allow-cross-namespace-resources", "true",
                "annotations-risk-level", "critical",
                "annotation-value-word-blocklist", "load_module, lua_package,",
                "allow-snippet-annotations", "true",
                "strict-validate-path-type", "false",
                "service-upstream", "true"));

        assertThat(settings.annotationOptions("example.com", false))
                .isEqualTo(new AnnotationOptions(
                        "example.com", false, true, Risk.CRITICAL, List.of("load_module", "lua_package"), true));
        assertThat(settings.strictValidatePathType()).isEqualTo(set("strict-validate-path-type", false));
        assertThat(settings.serviceUpstream()).isEqualTo(set("service-upstream", true));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hihg", "5"})
    void anUnknownRiskLevelIsTheStrictest(String text) {
        assertThat(compiler(Map.of("annotations-risk-level", text)).annotationsRiskLevel())
                .isEqualTo(set("annotations-risk-level", Risk.LOW));
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("the strictest value is used"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "global-auth-url | http://auth.example.com",
                "global-auth-url | not a url",
                "whitelist-source-range | 10.0.0.0/8",
                "denylist-source-range | 10.0.0.0/8",
                "block-cidrs | 10.0.0.1",
                "block-user-agents | curl",
                "block-referers | ~*spam",
                "enable-modsecurity | true",
                "enable-modsecurity | on",
                "server-snippet | deny all;",
                "location-snippet | if ($x) { return 403; }",
                "http-snippet | deny 10.0.0.1;"
            })
    void anOptionThatKeepsOutButIsNotBuiltClosesEveryRoute(String option, String text) {
        assertThat(compiler(Map.of(option, text)).denial())
                .contains(new Denial(
                        Denial.Scope.HOSTS, new Origin.Field("ConfigMap ingress/controller", "data[" + option + "]")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "global-auth-url | ''",
                "whitelist-source-range | ' '",
                "enable-modsecurity | false",
                "server-snippet | gzip on;",
                "main-snippet | deny all;",
                "ssl-protocols | TLSv1.3",
                "limit-rate | 100"
            })
    void otherOptionsDoNot(String option, String text) {
        assertThat(compiler(Map.of(option, text)).denial()).isEmpty();
    }

    private Settings read(Map<String, String> data) {
        return reader.read("ingress", name -> Optional.ofNullable(data.get(name)), findings::add);
    }

    private CompilerSettings compiler(Map<String, String> data) {
        return reader.readCompiler(name -> Optional.ofNullable(data.get(name)), findings::add);
    }

    private static <T> Sourced<T> standard(T value) {
        return Sourced.byDefault(value);
    }

    private static <T> Sourced<T> set(String option, T value) {
        return new Sourced<>(value, new Origin.Field("ConfigMap ingress/controller", "data[" + option + "]"));
    }
}
