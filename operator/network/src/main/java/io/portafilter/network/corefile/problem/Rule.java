package io.portafilter.network.corefile.problem;

import java.util.Locale;

/** The rules that a Corefile can break. {@code docs/network/corefile.md} lists them by {@link #id}. */
public enum Rule {
    /** The text does not follow the grammar. */
    SYNTAX(Effect.DOES_NOT_LOAD),
    /** More text, tokens or references than anybody writes by hand. */
    TOO_LARGE(Effect.DOES_NOT_LOAD),
    /** An imported file or snippet is not there. */
    IMPORT_MISSING(Effect.DOES_NOT_LOAD),
    /** A pattern of files that CoreDNS does not take. */
    IMPORT_PATTERN(Effect.DOES_NOT_LOAD),
    /** Snippets that import each other. */
    IMPORT_DEPTH(Effect.DOES_NOT_LOAD),
    /** No server block at all: CoreDNS starts and answers nothing useful. */
    EMPTY(Effect.BREAKS_NAMES),
    /** A surplus closing brace, which CoreDNS takes as a zone. */
    STRAY_BRACE(Effect.BREAKS_NAMES),
    /** A brace that opens on the line after its plugin. */
    MISPLACED_BRACE(Effect.DOES_NOT_LOAD),
    /** A comment that begins in the middle of a word. */
    COMMENT_IN_WORD(Effect.MISLEADS),
    /** A reference to an environment variable that is not set. */
    ENVIRONMENT_EMPTY(Effect.MISLEADS),

    /** A key of a server block that is no zone. */
    ZONE_INVALID(Effect.DOES_NOT_LOAD),
    /** The same zone, port and address twice. */
    ZONE_DUPLICATE(Effect.DOES_NOT_LOAD),
    /** An address where a network or a zone belongs. */
    ADDRESS_WITHOUT_MASK(Effect.BREAKS_NAMES),
    /** The kubernetes plugin serves reverse zones and nothing else. */
    CLUSTER_WITHOUT_DOMAIN(Effect.BREAKS_NAMES),
    /** Another server block takes the cluster's own names away. */
    ZONE_SHADOWS_CLUSTER(Effect.BREAKS_NAMES),

    /** CoreDNS does not have this plugin. */
    PLUGIN_UNKNOWN(Effect.DOES_NOT_LOAD),
    /** A plugin that may stand only once in a server block. */
    PLUGIN_TWICE(Effect.DOES_NOT_LOAD),
    /** An option that the plugin does not have. */
    OPTION_UNKNOWN(Effect.DOES_NOT_LOAD),
    /** Too many or too few arguments. */
    ARGUMENTS(Effect.DOES_NOT_LOAD),
    /** A value that the plugin does not take. */
    VALUE(Effect.DOES_NOT_LOAD),
    /** What this version of CoreDNS does not have yet. */
    VERSION(Effect.DOES_NOT_LOAD),
    /** Two plugins that listen on one port: an older CoreDNS does not load it, with a newer one probes reach either by chance. */
    PORT_CLASH(Effect.BREAKS_NAMES),

    /** A word in a hosts block that CoreDNS silently takes as a record. */
    HOSTS_TYPO(Effect.BREAKS_NAMES),
    /** A record that is never served because its zone is not the plugin's. */
    HOSTS_OUTSIDE_ZONES(Effect.BREAKS_NAMES),
    /** Names that are not listed get SERVFAIL instead of the next plugin's answer. */
    HOSTS_WITHOUT_FALLTHROUGH(Effect.BREAKS_NAMES),
    /** A record for a name that belongs to the cluster. */
    HOSTS_CLUSTER_NAME(Effect.BREAKS_NAMES),
    /** Without a file the plugin also serves the pod's own /etc/hosts. */
    HOSTS_OWN_FILE(Effect.MISLEADS),
    /** A forward that an earlier, wider one hides. */
    FORWARD_UNREACHABLE(Effect.BREAKS_NAMES),
    /** A network that stands for several reverse zones, of which only the first is forwarded. */
    FORWARD_FIRST_ZONE_ONLY(Effect.BREAKS_NAMES),
    /** An upstream that is CoreDNS itself, or nobody. */
    FORWARD_LOOPBACK(Effect.BREAKS_NAMES),
    /** Encrypted, but to whom nobody checks. */
    FORWARD_UNVERIFIED(Effect.MISLEADS),
    /** A cache that holds less than one thinks. */
    CACHE_CAPACITY(Effect.MISLEADS),
    /** Server-side search paths without knowing the pods. */
    AUTOPATH_PODS(Effect.BREAKS_NAMES),
    /** Clients get an answer for another name than they asked for. */
    REWRITE_ANSWER(Effect.MISLEADS),
    /** A part of a name that CoreDNS silently ends with a dot. */
    REWRITE_DOT(Effect.MISLEADS),

    /** A setting that cannot be rendered. */
    SETTING(Effect.DOES_NOT_LOAD),
    /** A setting that a verbatim plugin overrides. */
    SETTING_OVERRIDDEN(Effect.MISLEADS);

    private final Effect effect;

    Rule(Effect effect) {
        this.effect = effect;
    }

    /** The name that people and pages use: {@code corefile-hosts-typo}. */
    public String id() {
        return "corefile-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens when it is broken. */
    public Effect effect() {
        return effect;
    }
}
