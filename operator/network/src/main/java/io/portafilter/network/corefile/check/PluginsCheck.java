package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.plugin.Feature;
import io.portafilter.network.corefile.plugin.Plugins;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Each plugin by itself: whether it exists, since when, and whether it takes its lines. */
final class PluginsCheck implements Check {
    private static final Version FIRST = new Version(0, 0, 0);

    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        for (Server server : servers) {
            for (Stanza stanza : server.block().stanzas()) {
                known(stanza, coreDns, problems);
                brace(stanza, problems);
            }
            server.plugins().problems().forEach(problems);
            for (Feature feature : server.plugins().features()) {
                if (feature.since().compareTo(coreDns.assured()) > 0) {
                    problems.accept(
                            tooNew(feature.place(), feature.plugin(), feature.name(), feature.since(), coreDns));
                }
            }
        }
    }

    private static void known(Stanza stanza, CoreDns coreDns, Consumer<Problem> problems) {
        String name = stanza.directive();
        Place place = new Place(stanza.tokens().getFirst().file(), stanza.line());
        boolean external = coreDns.externalPlugins().contains(name);
        if (!DefaultPlugins.NAMES.contains(name) && !external && !name.equals("import")) {
            problems.accept(new Problem(
                    Rule.PLUGIN_UNKNOWN,
                    place,
                    name,
                    "",
                    "Unknown directive '" + name + "'",
                    DefaultPlugins.instead(name)));
        }
        Version since = DefaultPlugins.SINCE.getOrDefault(name, FIRST);
        if (!external && since.compareTo(coreDns.assured()) > 0) {
            problems.accept(tooNew(place, name, name, since, coreDns));
        }
    }

    /** CoreDNS reads on at such a brace as if it were the plugin's name again. */
    private static void brace(Stanza stanza, Consumer<Problem> problems) {
        List<Token> tokens = stanza.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).text().equals("{")) {
                boolean misplaced = tokens.get(i).beginsLineAfter(tokens.get(i - 1));
                if (misplaced && Plugins.judged().contains(stanza.directive())) {
                    problems.accept(new Problem(
                            Rule.MISPLACED_BRACE,
                            new Place(tokens.get(i).file(), tokens.get(i).line()),
                            stanza.directive(),
                            "{",
                            "the { stands on the line after the plugin and does not belong to it",
                            "Put it at the end of line " + tokens.get(i - 1).lastLine()));
                }
                return;
            }
        }
    }

    private static Problem tooNew(Place place, String plugin, String name, Version since, CoreDns coreDns) {
        String has = coreDns.version()
                .map(version -> "this CoreDNS is " + version)
                .orElse("the version of this CoreDNS is not known");
        return new Problem(
                Rule.VERSION,
                place,
                plugin,
                name,
                "CoreDNS has it since " + since + "; " + has,
                "Remove it, or upgrade CoreDNS to " + since);
    }
}
