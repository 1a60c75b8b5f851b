package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.parse.Imports;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is wrong with a Corefile, without CoreDNS. Never throws. */
public final class CorefileCheck {
    private static final List<Check> CHECKS = List.of(
            new KeysCheck(),
            new OverlapCheck(),
            new PluginsCheck(),
            new ClusterCheck(),
            new HostsCheck(),
            new ForwardCheck(),
            new ListenersCheck(),
            new OddsCheck());

    private final CoreDns coreDns;
    private final Imports imports;
    private final Environment environment;

    /**
     * A check.
     *
     * @param coreDns who is to load the text
     * @param imports the files that it can import
     * @param environment the variables of its container
     */
    public CorefileCheck(CoreDns coreDns, Imports imports, Environment environment) {
        this.coreDns = coreDns;
        this.imports = imports;
        this.environment = environment;
    }

    /** For a CoreDNS without variables and files to import. */
    public static CorefileCheck plain(CoreDns coreDns) {
        return new CorefileCheck(coreDns, ImportedFiles.none(), Environment.empty());
    }

    /**
     * Looks at a text.
     *
     * @param file what problems call it, such as {@code Corefile}
     */
    public Checked check(String file, String text) {
        Corefile corefile = new CorefileParser(environment, Optional.of(imports)).parse(file, text);
        List<Problem> problems = new ArrayList<>(corefile.problems());
        Optional<Problem> tooLarge = Sizes.tooLarge(file, corefile);
        if (tooLarge.isPresent()) {
            return new Checked(List.of(), List.of(tooLarge.orElseThrow()), List.of());
        }
        List<Server> servers = corefile.blocks().stream().map(Server::of).toList();
        CHECKS.forEach(check -> check.check(servers, coreDns, problems::add));
        if (corefile.parsed() && servers.isEmpty()) {
            problems.add(new Problem(
                    Rule.EMPTY,
                    new Place(file, 0),
                    "Corefile",
                    "",
                    "it holds no server block; CoreDNS starts with it and answers nothing useful",
                    "Write at least one block such as .:53 { forward . /etc/resolv.conf }"));
        }
        unset(file, text, problems);
        List<String> notJudged = servers.stream()
                .flatMap(server -> server.plugins().opaque().stream())
                .distinct()
                .sorted()
                .toList();
        return new Checked(servers, problems.stream().distinct().sorted().toList(), notJudged);
    }

    private void unset(String file, String text, List<Problem> problems) {
        for (ServerBlock block : CorefileParser.keeping().parse(file, text).blocks()) {
            List<Token> tokens = new ArrayList<>();
            block.keys().forEach(key -> tokens.add(new Token(block.file(), block.line(), key, List.of())));
            block.stanzas().stream().map(Stanza::tokens).forEach(tokens::addAll);
            for (Token token : tokens) {
                if (environment
                        .variables()
                        .map(known -> mentionsUnset(token.text(), known))
                        .orElse(false)) {
                    problems.add(new Problem(
                            Rule.ENVIRONMENT_EMPTY,
                            new Place(token.file(), token.line()),
                            "environment",
                            token.text(),
                            "it refers to a variable that CoreDNS's container does not have, so nothing stands in its place",
                            "Set the variable, write the value itself, or {{ $x }} with spaces in a template"));
                }
            }
        }
    }

    private static boolean mentionsUnset(String text, Map<String, String> known) {
        for (String[] marks : new String[][] {{"{%", "%}"}, {"{$", "}"}}) {
            int at = text.indexOf(marks[0]);
            int close = at < 0 ? -1 : text.indexOf(marks[1], at + 2);
            if (close > at + 2 && !known.containsKey(text.substring(at + 2, close))) {
                return true;
            }
        }
        return false;
    }
}
