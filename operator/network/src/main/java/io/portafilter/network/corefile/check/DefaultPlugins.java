package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.Version;
import java.util.Map;
import java.util.Set;

/** The plugins that CoreDNS is built with (plugin.cfg of 1.14.7). */
final class DefaultPlugins {
    static final Set<String> NAMES = Set.of(
            "acl",
            "any",
            "auto",
            "autopath",
            "azure",
            "bind",
            "bufsize",
            "cache",
            "cancel",
            "chaos",
            "clouddns",
            "debug",
            "dns64",
            "dnssec",
            "dnstap",
            "erratic",
            "errors",
            "etcd",
            "file",
            "forward",
            "geoip",
            "grpc",
            "grpc_server",
            "header",
            "health",
            "hosts",
            "https",
            "https3",
            "k8s_external",
            "kubernetes",
            "loadbalance",
            "local",
            "log",
            "loop",
            "metadata",
            "minimal",
            "multisocket",
            "nomad",
            "nsid",
            "on",
            "pprof",
            "prometheus",
            "proxyproto",
            "quic",
            "ready",
            "reload",
            "rewrite",
            "root",
            "route53",
            "secondary",
            "shed",
            "sign",
            "template",
            "timeouts",
            "tls",
            "trace",
            "transfer",
            "tsig",
            "view",
            "whoami");

    /** Those that came later than anything that still runs. */
    static final Map<String, Version> SINCE = Map.of(
            "timeouts", new Version(1, 10, 1),
            "view", new Version(1, 10, 0),
            "multisocket", new Version(1, 12, 0),
            "nomad", new Version(1, 13, 0),
            "proxyproto", new Version(1, 14, 2),
            "shed", new Version(1, 14, 7));

    private static final Map<String, String> INSTEAD = Map.of(
            "proxy", "Use forward, which took its place",
            "federation", "Remove it: Kubernetes dropped federation",
            "upstream", "Remove it",
            "{", "Put the { at the end of the plugin's line");

    private DefaultPlugins() {}

    static String instead(String name) {
        return INSTEAD.getOrDefault(
                name, "Correct the name, or remove the line unless your CoreDNS was built with this plugin");
    }
}
