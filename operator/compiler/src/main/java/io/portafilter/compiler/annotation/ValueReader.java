package io.portafilter.compiler.annotation;

import io.portafilter.compiler.catalogue.ByteSize;
import io.portafilter.compiler.catalogue.GoBool;
import io.portafilter.compiler.catalogue.GoInt;
import io.portafilter.compiler.catalogue.NextUpstream;
import io.portafilter.compiler.catalogue.Quoted;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Policy;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.ProxyNextUpstream;
import io.portafilter.contract.ProxyTimeout;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.SslRedirect;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns the usable texts of one Ingress into values. */
final class ValueReader {
    private final SortedMap<String, String> texts;
    private final Outcome outcome;

    ValueReader(SortedMap<String, String> texts, Outcome outcome) {
        this.texts = texts;
        this.outcome = outcome;
    }

    Values values() {
        return new Values(
                policies(),
                serverAliases(),
                bool("from-to-www-redirect").orElse(Sourced.byDefault(false)),
                bool("canary").orElse(Sourced.byDefault(false)),
                loadBalance(),
                bool("service-upstream"),
                bool("use-regex").orElse(Sourced.byDefault(false)),
                value("rewrite-target", "a path", text -> Optional.of(text.trim())));
    }

    private Policies policies() {
        List<Policy<?>> policies = new ArrayList<>();
        SslRedirect redirect = new SslRedirect(
                bool("ssl-redirect"),
                bool("force-ssl-redirect"),
                bool("preserve-trailing-slash"),
                Optional.empty(),
                Optional.empty());
        if (anyPresent(redirect.enabled(), redirect.force(), redirect.preserveTrailingSlash())) {
            policies.add(redirect);
        }
        ProxyTimeout timeout = new ProxyTimeout(
                number("proxy-connect-timeout", 1), number("proxy-read-timeout", 1), number("proxy-send-timeout", 1));
        if (anyPresent(timeout.connect(), timeout.read(), timeout.send())) {
            policies.add(timeout);
        }
        value("proxy-body-size", "a size below 8 EiB", ByteSize::parse)
                .ifPresent(bytes -> policies.add(new ProxyBodySize(Optional.of(bytes))));
        ProxyNextUpstream next = nextUpstream();
        if (anyPresent(next.conditions(), next.tries(), next.timeoutSeconds(), next.nonIdempotent())) {
            policies.add(next);
        }
        return new Policies(policies);
    }

    private ProxyNextUpstream nextUpstream() {
        Optional<Sourced<NextUpstream>> conditions =
                value("proxy-next-upstream", "a list of conditions", NextUpstream::parse);
        return new ProxyNextUpstream(
                conditions.map(sourced -> sourced.map(NextUpstream::conditions)),
                number("proxy-next-upstream-tries", 0),
                number("proxy-next-upstream-timeout", 0),
                conditions.filter(sourced -> sourced.value().nonIdempotent()).map(sourced -> sourced.map(_ -> true)));
    }

    private List<Sourced<String>> serverAliases() {
        return Stream.of(texts.getOrDefault("server-alias", "").split(","))
                .map(String::trim)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .map(alias -> new Sourced<>(alias, outcome.origin("server-alias")))
                .toList();
    }

    private Optional<Sourced<LoadBalance>> loadBalance() {
        Optional<Sourced<String>> wanted = value("load-balance", "a method", text -> Optional.of(text.trim()));
        if (wanted.isPresent() && !wanted.get().value().equals("round_robin")) {
            outcome.note(
                    "annotation-not-built",
                    Severity.WARNING,
                    "load-balance",
                    "load-balance " + Quoted.of(wanted.get().value()) + " is not built yet; round_robin is used");
        }
        return wanted.map(sourced -> sourced.map(_ -> LoadBalance.ROUND_ROBIN));
    }

    private Optional<Sourced<Boolean>> bool(String name) {
        return value(name, "true or false", GoBool::parse);
    }

    private Optional<Sourced<Integer>> number(String name, int least) {
        return value(
                name,
                "a whole number from " + least + " to " + Integer.MAX_VALUE,
                text -> GoInt.parse(text)
                        .filter(number -> number >= least && number <= Integer.MAX_VALUE)
                        .map(Long::intValue));
    }

    /** The value of an annotation; one that cannot be read is reported and counts as not set. */
    private <T> Optional<Sourced<T>> value(String name, String allowed, Function<String, Optional<T>> parser) {
        return Optional.ofNullable(texts.get(name)).flatMap(text -> {
            Optional<T> value = parser.apply(text);
            if (value.isEmpty()) {
                outcome.note(
                        "annotation-invalid",
                        Severity.WARNING,
                        name,
                        name + " is " + Quoted.of(text) + ", but must be " + allowed + "; "
                                + OnInvalid.IGNORE.consequence());
            }
            return value.map(read -> new Sourced<>(read, outcome.origin(name)));
        });
    }

    private static boolean anyPresent(Optional<?>... values) {
        return Stream.of(values).anyMatch(Optional::isPresent);
    }
}
