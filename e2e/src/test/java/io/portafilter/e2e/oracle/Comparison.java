package io.portafilter.e2e.oracle;

import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs between a recorded and an observed answer. Order of fields, Date, {@code Connection: keep-alive} and the text of the
 * proxy's own pages may differ; everything else has to be equal.
 */
final class Comparison {
    private static final Set<String> NEVER = Set.of("date", "connection", "keep-alive");
    private static final Set<String> NOT_OF_PAGES = Set.of("content-type", "content-length", "transfer-encoding");
    private static final Pattern WILDCARD = Pattern.compile("<32 hex>|<key>|<date>");
    /** How far a random or rotating choice may stray from the recorded one, as a part of all requests. */
    private static final double STRAY = 0.2;

    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /** Each difference as {@code what: expected … but was …}. */
    static List<String> differences(Recorded recorded, Observed observed) {
        Comparison comparison = new Comparison();
        if (recorded.tally().isPresent()) {
            comparison.tally(recorded.tally().get(), observed.tally());
        } else {
            comparison.answer(recorded, observed);
            comparison.seen(recorded.seen(), observed.seen());
        }
        return comparison.differences;
    }

    private void tally(Map<String, Object> recorded, Map<String, Integer> observed) {
        int all = observed.values().stream().mapToInt(Integer::intValue).sum();
        boolean equal = recorded.keySet().equals(observed.keySet())
                && recorded.entrySet().stream()
                        .allMatch(entry -> Math.abs(Integer.parseInt(String.valueOf(entry.getValue()))
                                        - observed.getOrDefault(entry.getKey(), 0))
                                <= all * STRAY);
        if (!equal) {
            differ("tally", recorded, observed);
        }
    }

    private void answer(Recorded recorded, Observed observed) {
        switch (observed.heard()) {
            case Heard.Closed() -> {
                if (!recorded.closed()) {
                    differ("answer", recorded.status(), "the connection was closed");
                }
            }
            case Heard.Garbage garbage ->
                equal("first line", recorded.garbage().orElse("a response"), garbage.firstLine());
            case Heard.Reply reply -> reply(recorded, observed, reply);
        }
        if (recorded.certificateNames().isPresent()) {
            equal("certificate", recorded.certificateNames(), observed.certificateNames());
        }
        if (recorded.tunnel().isPresent()) {
            equal("tunnel", recorded.tunnel(), observed.tunnel());
        }
    }

    private void reply(Recorded recorded, Observed observed, Heard.Reply reply) {
        if (recorded.status().isEmpty()) {
            differ("answer", recorded.fields(), reply.head().line());
            return;
        }
        equal("status", recorded.status().get(), reply.status());
        Set<String> ignored = recorded.page() ? NOT_OF_PAGES : Set.of();
        headers("response", recorded.headers(), reply.head().headers(), ignored);
        if (closes(recorded.headers()) && !closes(reply.head().headers())) {
            differ("response header", "Connection: close", "the connection stays open");
        }
        equal("from", recorded.from(), Observed.from(observed.heard()));
        if (recorded.body().isPresent() && !recorded.page()) {
            equal("body", recorded.body().get(), reply.text());
        }
    }

    private void seen(List<Seen> recorded, List<Seen> observed) {
        if (recorded.size() != observed.size()) {
            differ(
                    "requests that backends saw",
                    recorded.stream().map(Seen::line).toList(),
                    observed.stream().map(Seen::line).toList());
            return;
        }
        for (int i = 0; i < recorded.size(); i++) {
            Seen wanted = recorded.get(i);
            Seen got = observed.get(i);
            equal("backend", wanted.id(), got.id());
            equal("request line", wanted.line(), got.line());
            wanted.headers()
                    .ifPresent(
                            headers -> headers("request", headers, got.headers().orElse(List.of()), Set.of()));
            if (wanted.body().isPresent()) {
                equal("request body", wanted.body(), got.body());
            }
        }
    }

    /** Every recorded field has to be there, and no other. */
    private void headers(String whose, List<Header> recorded, List<Header> observed, Set<String> ignored) {
        List<Header> rest = new ArrayList<>(observed.stream()
                .filter(header -> counts(header, whose, ignored))
                .toList());
        for (Header wanted : recorded) {
            if (counts(wanted, whose, ignored) && !take(rest, wanted)) {
                differ(
                        whose + " header",
                        wanted,
                        observed.stream()
                                .filter(header -> header.is(wanted.name()))
                                .toList());
            }
        }
        rest.forEach(more -> differ(whose + " header", "no such one", more));
    }

    private static boolean take(List<Header> rest, Header wanted) {
        Pattern value = pattern(wanted.value());
        return rest.stream()
                .filter(header -> header.is(wanted.name())
                        && value.matcher(header.value()).matches())
                .findFirst()
                .map(rest::remove)
                .orElse(false);
    }

    /** What a backend is told about the connection is part of the rule; what the client is told is not. */
    private static boolean counts(Header header, String whose, Set<String> ignored) {
        String name = header.name().toLowerCase(Locale.ROOT);
        boolean never = NEVER.contains(name) && !(whose.equals("request") && name.equals("connection"));
        return !never && !ignored.contains(name);
    }

    private static Pattern pattern(String recorded) {
        StringBuilder pattern = new StringBuilder();
        Matcher wildcard = WILDCARD.matcher(recorded);
        int end = 0;
        while (wildcard.find()) {
            pattern.append(Pattern.quote(recorded.substring(end, wildcard.start())));
            pattern.append(wildcard.group().equals("<32 hex>") ? "[0-9a-f]{32}" : ".+");
            end = wildcard.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(recorded.substring(end))).toString());
    }

    private static boolean closes(List<Header> headers) {
        return headers.stream()
                .anyMatch(header -> header.is("Connection") && header.value().equalsIgnoreCase("close"));
    }

    private void equal(String what, Object recorded, Object observed) {
        if (!recorded.equals(observed)) {
            differ(what, recorded, observed);
        }
    }

    private void differ(String what, Object recorded, Object observed) {
        differences.add(what + ": expected " + recorded + " but was " + observed);
    }
}
