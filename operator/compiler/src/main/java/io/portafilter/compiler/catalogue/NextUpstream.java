package io.portafilter.compiler.catalogue;

import io.portafilter.contract.ProxyNextUpstream.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of proxy-next-upstream, which annotation and option share.
 *
 * @param conditions when another endpoint is tried, sorted; none when the text says {@code off}
 * @param nonIdempotent whether the text asks for POST, LOCK and PATCH too
 */
public record NextUpstream(List<Condition> conditions, boolean nonIdempotent) {
    private static final String OFF = "off";
    private static final String NON_IDEMPOTENT = "non_idempotent";

    /** The form of the text. */
    public static final Format FORMAT = new Format.SomeOf(
            Stream.concat(Arrays.stream(Condition.values()).map(NextUpstream::word), Stream.of(NON_IDEMPOTENT, OFF))
                    .toList());

    /** Reads the text; empty when it holds another word or none. */
    public static Optional<NextUpstream> parse(String text) {
        if (!FORMAT.accepts(text)) {
            return Optional.empty();
        }
        Set<String> words = Arrays.stream(text.trim().split("\\s+")).collect(Collectors.toSet());
        if (words.contains(OFF)) {
            return Optional.of(new NextUpstream(List.of(), false));
        }
        List<Condition> conditions = Arrays.stream(Condition.values())
                .filter(condition -> words.contains(word(condition)))
                .toList();
        return Optional.of(new NextUpstream(conditions, words.contains(NON_IDEMPOTENT)));
    }

    private static String word(Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT);
    }
}
