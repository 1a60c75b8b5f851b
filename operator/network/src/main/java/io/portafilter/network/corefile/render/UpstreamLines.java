package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.settings.TlsSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forward of some upstreams. */
final class UpstreamLines {
    private static final String TLS = "tls://";

    private UpstreamLines() {}

    static void write(BlockWriter writer, UpstreamSettings upstreams) {
        List<String> words = new ArrayList<>(List.of("forward", "."));
        for (String server : upstreams.servers()) {
            words.add(upstreams.tls().isPresent() ? TLS + server : server);
        }
        List<List<String>> options = new ArrayList<>();
        switch (upstreams.transport()) {
            case AUTO -> {}
            case TCP -> options.add(List.of("force_tcp"));
            case PREFER_UDP -> options.add(List.of("prefer_udp"));
        }
        upstreams.tls().ifPresent(tls -> tls(options, tls));
        upstreams
                .policy()
                .ifPresent(policy -> options.add(List.of("policy", policy.name().toLowerCase(Locale.ROOT))));
        upstreams.maxConcurrent().ifPresent(most -> options.add(List.of("max_concurrent", Integer.toString(most))));
        writer.plugin(words, options);
    }

    private static void tls(List<List<String>> options, TlsSettings tls) {
        tls.caFile().ifPresent(file -> options.add(List.of("tls", file)));
        options.add(List.of("tls_servername", tls.serverName()));
    }
}
