package io.portafilter.compiler.settings;

import io.portafilter.compiler.annotation.Denial;
import io.portafilter.compiler.annotation.Risk;
import io.portafilter.compiler.catalogue.ByteSize;
import io.portafilter.compiler.catalogue.GoInt;
import io.portafilter.compiler.catalogue.NextUpstream;
import io.portafilter.contract.ClientConnection;
import io.portafilter.contract.Hsts;
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
import io.portafilter.snapshot.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the options that are built, and those that close every route while they are not; no others: whoever asks may record which
 * options were read. A value that cannot be read is reported, and its default is used.
 */
public final class SettingsReader {
    private static final NextUpstream TRIED_AGAIN =
            new NextUpstream(List.of(Condition.ERROR, Condition.TIMEOUT), false);

    private static final List<Long> REDIRECTS = List.of(301L, 302L, 307L, 308L);

    private final Ref object;

    /**
     * @param object the ConfigMap, for origins and findings; it need not exist
     */
    public SettingsReader(Ref object) {
        this.object = object;
    }

    /**
     * Everybody's defaults; every value is set.
     *
     * @param listenerSet whose settings these are
     * @param option the text of an option, empty when it is not set
     * @param findings takes what is wrong with the options that are read here
     */
    public Settings read(String listenerSet, Function<String, Optional<String>> option, Consumer<Finding> findings) {
        OptionValues options = new OptionValues(object, option, findings);
        return new Settings(
                listenerSet,
                new ClientConnection(
                        options.number("keep-alive", 75, 0),
                        options.number("keep-alive-requests", 1000, 1),
                        options.number("client-header-timeout", 60, 1),
                        options.number("client-body-timeout", 60, 1)),
                Policies.of(
                        sslRedirect(options),
                        proxyTimeout(options),
                        proxyBodySize(options),
                        proxyNextUpstream(options),
                        hsts(options),
                        new ServerTokens(
                                Optional.of(options.bool("server-tokens", false)),
                                Optional.of(options.bool("allow-backend-server-header", false)))));
    }

    /** The options that the compiler itself obeys; arguments as in {@link #read}. */
    public CompilerSettings readCompiler(Function<String, Optional<String>> option, Consumer<Finding> findings) {
        OptionValues options = new OptionValues(object, option, findings);
        return new CompilerSettings(
                options.bool("allow-cross-namespace-resources", false),
                riskLevel(options),
                options.list("annotation-value-word-blocklist", List.of()),
                options.bool("allow-snippet-annotations", false),
                options.bool("strict-validate-path-type", true),
                options.bool("service-upstream", false),
                Closing.first(option).map(entry -> new Denial(Denial.Scope.HOSTS, options.origin(entry.name()))));
    }

    private static SslRedirect sslRedirect(OptionValues options) {
        return new SslRedirect(
                Optional.of(options.bool("ssl-redirect", true)),
                Optional.of(options.bool("force-ssl-redirect", false)),
                Optional.of(options.bool("preserve-trailing-slash", false)),
                Optional.of(options.value(
                        "http-redirect-code",
                        308,
                        "301, 302, 307 or 308",
                        text -> GoInt.parse(text).filter(REDIRECTS::contains).map(Long::intValue))),
                Optional.of(options.list("no-tls-redirect-locations", List.of("/.well-known/acme-challenge"))));
    }

    private static ProxyTimeout proxyTimeout(OptionValues options) {
        return new ProxyTimeout(
                Optional.of(options.number("proxy-connect-timeout", 5, 1)),
                Optional.of(options.number("proxy-read-timeout", 60, 1)),
                Optional.of(options.number("proxy-send-timeout", 60, 1)));
    }

    private static ProxyBodySize proxyBodySize(OptionValues options) {
        return new ProxyBodySize(Optional.of(
                options.value("proxy-body-size", 1L << 20, "a size such as 512, 8k, 1m or 2g", ByteSize::parse)));
    }

    private static ProxyNextUpstream proxyNextUpstream(OptionValues options) {
        Sourced<NextUpstream> text =
                options.value("proxy-next-upstream", TRIED_AGAIN, NextUpstream.FORMAT.allowed(), NextUpstream::parse);
        Sourced<Boolean> nonIdempotent = options.bool("retry-non-idempotent", false);
        return new ProxyNextUpstream(
                Optional.of(text.map(NextUpstream::conditions)),
                Optional.of(options.number("proxy-next-upstream-tries", 3, 0)),
                Optional.of(options.number("proxy-next-upstream-timeout", 0, 0)),
                Optional.of(text.value().nonIdempotent() ? text.map(NextUpstream::nonIdempotent) : nonIdempotent));
    }

    private static Hsts hsts(OptionValues options) {
        return new Hsts(
                Optional.of(options.bool("hsts", true)),
                Optional.of(options.value(
                        "hsts-max-age",
                        31_536_000L,
                        "a number of seconds",
                        text -> GoInt.parse(text).filter(seconds -> seconds >= 0))),
                Optional.of(options.bool("hsts-include-subdomains", true)),
                Optional.of(options.bool("hsts-preload", false)));
    }

    /** A level that nobody knows is the strictest one, as in ingress-nginx. */
    private static Sourced<Risk> riskLevel(OptionValues options) {
        return options.strictValue(
                "annotations-risk-level",
                Risk.HIGH,
                Risk.LOW,
                "Low, Medium, High or Critical",
                text -> Arrays.stream(Risk.values())
                        .filter(risk -> risk.label().equalsIgnoreCase(text))
                        .findFirst());
    }
}
