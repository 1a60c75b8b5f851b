package io.portafilter.network.corefile.plugin;

import com.google.re2j.Pattern;
import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.form.GoRegex;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What rewrite makes of one rule (plugin/rewrite/rewrite.go, name.go and their neighbours). */
final class RewriteRules {
    private static final Set<String> MATCHES = Set.of("exact", "prefix", "suffix", "substring", "regex");
    private static final Pattern TTL = Pattern.compile("[0-9]{1,10}(?:-[0-9]{0,10})?|-[0-9]{1,10}");
    private static final String FORM = "rewrite [continue|stop] name [exact|prefix|suffix|substring|regex] FROM TO";

    private final StanzaReader reader;
    private final PluginOption rule;

    RewriteRules(StanzaReader reader, PluginOption rule) {
        this.reader = reader;
        this.rule = rule;
    }

    void check() throws Refused {
        List<String> words = rule.arguments();
        if (words.isEmpty()) {
            throw arguments("no rule type specified for rewrite");
        }
        String first = lower(words.getFirst());
        boolean mode = first.equals("continue") || first.equals("stop");
        if (mode && words.size() < 2) {
            throw arguments(first + " rule must begin with a rule type");
        }
        String type = mode ? lower(words.get(1)) : first;
        check(type, words.subList(mode ? 2 : 1, words.size()));
    }

    private void check(String type, List<String> words) throws Refused {
        switch (type) {
            case "answer" -> throw arguments("response rewrites must begin with a name rule");
            case "name" -> name(words);
            case "class", "type" -> {
                if (words.size() != 2) {
                    throw arguments(type + " rules must have exactly two arguments");
                }
                Set<String> known = type.equals("class") ? DnsNames.CLASSES : DnsNames.TYPES;
                for (String word : words) {
                    if (!known.contains(word.toUpperCase(Locale.ROOT))) {
                        throw value("invalid " + type + " \"" + word + "\"");
                    }
                }
            }
            case "edns0" -> {
                if (words.size() < 2) {
                    throw arguments("too few arguments for an EDNS0 rule");
                }
                if (!Set.of("append", "replace", "set", "unset").contains(lower(words.get(1)))) {
                    throw value("invalid action: \"" + words.get(1) + "\"");
                }
                if (!Set.of("local", "nsid", "subnet").contains(lower(words.getFirst()))) {
                    throw value("invalid rule type \"" + words.getFirst() + "\"");
                }
            }
            case "ttl" -> matched(words, 1, "ttl");
            case "cname" -> matched(words, 1, "cname");
            case "rcode" -> matched(words, 2, "rcode");
            default -> throw value("invalid rule type \"" + rule.arguments().getFirst() + "\"");
        }
    }

    /** A rule of the form [MATCH] NAME VALUE…. */
    private void matched(List<String> words, int values, String type) throws Refused {
        if (words.size() != values + 1 && words.size() != values + 2) {
            throw arguments("wrong number of arguments for a " + type + " rule");
        }
        if (words.size() == values + 2) {
            String match = lower(words.getFirst());
            if (!MATCHES.contains(match)) {
                throw value(type + " rule supports only exact, prefix, suffix, substring, and regex name matching");
            }
            if (match.equals("regex")) {
                groups(words.get(1));
            }
        }
        for (String word : words.subList(words.size() - values, words.size())) {
            boolean valid = switch (type) {
                case "ttl" -> TTL.matches(word);
                case "rcode" ->
                    DnsNames.CODES.contains(word.toUpperCase(Locale.ROOT))
                            || GoNumber.unsigned(word).isPresent();
                default -> true;
            };
            if (!valid) {
                throw value("invalid value '" + word + "' for a " + type + " rule");
            }
        }
    }

    private void name(List<String> words) throws Refused {
        if (words.size() < 2) {
            throw arguments("too few arguments for a name rule");
        }
        String match = words.size() == 2 ? "exact" : lower(words.getFirst());
        if (!MATCHES.contains(match)) {
            throw value("name rule supports only exact, prefix, suffix, substring, and regex name matching, received: "
                    + match);
        }
        int from = words.size() == 2 ? 0 : 1;
        if (match.equals("regex")) {
            uses(words.get(from), words.get(from + 1));
        }
        if (match.equals("exact")) {
            uses(words.get(from + 1), words.get(from));
        }
        if (words.size() > 3) {
            answers(words.subList(3, words.size()));
        }
    }

    private void answers(List<String> words) throws Refused {
        if (words.size() < 2) {
            throw arguments("invalid arguments for a name rule");
        }
        boolean auto = false;
        boolean named = false;
        int at = 0;
        while (at < words.size()) {
            if (at == 0 && !words.getFirst().equals("answer")) {
                throw arguments("exceeded the number of arguments for a non-answer rule");
            }
            at += words.get(at).equals("answer") ? 1 : 0;
            if (at == words.size()) {
                throw arguments("type missing for answer rule");
            }
            String kind = words.get(at++);
            switch (kind) {
                case "auto" -> auto = true;
                case "name", "value" -> {
                    if (words.size() - at < 2) {
                        throw arguments(kind + " answer rule: 2 arguments required");
                    }
                    uses(words.get(at), words.get(at + 1));
                    at += 2;
                    named |= kind.equals("name");
                }
                default -> throw value("invalid type \"" + kind + "\" for answer rule");
            }
        }
        if (auto && named) {
            throw value("auto name answer rule cannot be combined with explicit name answer rules");
        }
    }

    private int groups(String pattern) throws Refused {
        OptionalInt groups = GoRegex.groups(pattern);
        if (groups.isEmpty()) {
            throw value("invalid regex matching pattern: " + pattern);
        }
        return groups.getAsInt();
    }

    private void uses(String pattern, String replacement) throws Refused {
        int groups = groups(pattern);
        long used = java.util.stream.IntStream.rangeClosed(0, 100)
                .filter(i -> replacement.contains("{" + i + "}"))
                .count();
        if (used > groups) {
            throw value("the rewrite regex pattern (" + replacement
                    + ") uses more subexpressions than its matching pattern (" + pattern + ")");
        }
    }

    private Refused arguments(String what) {
        return reader.refuse(Rule.ARGUMENTS, rule.line(), rule.text(), what, "Write " + FORM);
    }

    private Refused value(String what) {
        return reader.refuse(Rule.VALUE, rule.line(), rule.text(), what, "Write " + FORM);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
