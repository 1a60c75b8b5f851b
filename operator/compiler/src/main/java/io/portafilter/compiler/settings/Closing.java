package io.portafilter.compiler.settings;

import io.portafilter.compiler.catalogue.Directives;
import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.compiler.catalogue.Status;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The options that close every route because what they promise to keep out is not kept out yet. */
final class Closing {
    /** Snippets that act on requests; the others define, or are part of something that closes by itself. */
    private static final Set<String> ACTING_SNIPPETS = Set.of("http-snippet", "location-snippet", "server-snippet");

    private Closing() {}

    /**
     * The first option, by name, that closes everything.
     *
     * @param option the text of an option; only those are asked for that may close something
     */
    static Optional<Entry> first(Function<String, Optional<String>> option) {
        return OptionCatalogue.BY_NAME.values().stream()
                .filter(Closing::mayClose)
                .filter(entry -> option.apply(entry.name())
                        .filter(text -> closes(entry, text))
                        .isPresent())
                .findFirst();
    }

    /** Whether this text of this option closes everything. */
    static boolean closes(Entry entry, String text) {
        return mayClose(entry)
                && entry.inEffect(text)
                && (entry.status() instanceof Status.Later || Directives.mayRefuse(text));
    }

    private static boolean mayClose(Entry entry) {
        return switch (entry.status()) {
            case Status.Later later -> later.absence().denies();
            case Status.Snippet _ -> ACTING_SNIPPETS.contains(entry.name());
            case Status.Built _ -> false;
            case Status.Never _ -> false;
        };
    }
}
