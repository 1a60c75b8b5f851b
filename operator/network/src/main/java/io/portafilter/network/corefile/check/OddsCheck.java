package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.plugin.Autopath;
import io.portafilter.network.corefile.plugin.Cache;
import io.portafilter.network.corefile.plugin.Kubernetes;
import io.portafilter.network.corefile.plugin.PluginOption;
import io.portafilter.network.corefile.plugin.Rewrite;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What surprises with cache, autopath and rewrite. */
final class OddsCheck implements Check {
    private static final long LEAST_CAPACITY = 1024;
    private static final Set<String> INEXACT = Set.of("prefix", "suffix", "substring", "regex");

    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        for (Server server : servers) {
            server.plugins().all(Cache.class).forEach(cache -> cache(server, cache, problems));
            server.plugins().all(Autopath.class).forEach(autopath -> autopath(server, autopath, problems));
            server.plugins().all(Rewrite.class).forEach(rewrite -> rewrite(server, rewrite, problems));
        }
    }

    private static void cache(Server server, Cache cache, Consumer<Problem> problems) {
        for (PluginOption option : cache.options()) {
            boolean sized = option.name().equals("success") || option.name().equals("denial");
            if (sized && GoNumber.integer(option.arguments().getFirst()).orElse(LEAST_CAPACITY) < LEAST_CAPACITY) {
                problems.accept(server.problem(
                        Rule.CACHE_CAPACITY,
                        option.line(),
                        "cache",
                        option.text(),
                        "CoreDNS keeps at least 1024 answers, whatever is written",
                        "Write 1024 or more, a multiple of 256"));
            }
        }
    }

    private static void autopath(Server server, Autopath autopath, Consumer<Problem> problems) {
        if (!autopath.source().equals("@kubernetes")) {
            return;
        }
        Optional<Kubernetes> kubernetes = server.plugins().first(Kubernetes.class);
        if (kubernetes.isEmpty()) {
            problems.accept(server.problem(
                    Rule.AUTOPATH_PODS,
                    autopath.line(),
                    "autopath",
                    autopath.source(),
                    "this server block has no kubernetes plugin, so no search path is ever found",
                    "Move it to the block of the kubernetes plugin"));
        } else if (!kubernetes.orElseThrow().pods().equals(Optional.of("verified"))) {
            problems.accept(server.problem(
                    Rule.AUTOPATH_PODS,
                    autopath.line(),
                    "autopath",
                    autopath.source(),
                    "it finds a client's namespace only where the kubernetes plugin knows all pods",
                    "Write pods verified in the kubernetes plugin, or remove autopath"));
        }
    }

    private static void rewrite(Server server, Rewrite rewrite, Consumer<Problem> problems) {
        List<String> words = rewrite.rule().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        int name = words.indexOf("name");
        boolean inexact = name >= 0 && name < 2 && name + 1 < words.size() && INEXACT.contains(words.get(name + 1));
        if (inexact && name + 2 < words.size()) {
            dot(server, rewrite, words.get(name + 1), words.get(name + 2), problems);
        }
        if (inexact && !words.contains("answer")) {
            problems.accept(server.problem(
                    Rule.REWRITE_ANSWER,
                    rewrite.line(),
                    "rewrite",
                    String.join(" ", rewrite.rule()),
                    "clients get an answer for another name than they asked for, and most of them drop it",
                    "Add answer auto"));
        }
    }

    /** CoreDNS makes full names of a prefix and a substring: {@code old-} becomes {@code old-.} and matches no {@code old-a}. */
    private static void dot(Server server, Rewrite rewrite, String match, String from, Consumer<Problem> problems) {
        if ((match.equals("prefix") || match.equals("substring")) && !from.endsWith(".")) {
            problems.accept(server.problem(
                    Rule.REWRITE_DOT,
                    rewrite.line(),
                    "rewrite",
                    from,
                    "CoreDNS adds a dot, so that only whole labels match: \"" + from + ".\"",
                    "Write the dot where labels are meant, or use regex"));
        }
    }
}
