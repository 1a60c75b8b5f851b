package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.form.GoDuration;
import io.portafilter.network.corefile.settings.CacheSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The lines between cache's braces. */
final class CacheLines {
    private static final int USUAL_CAPACITY = 9984;

    private CacheLines() {}

    static List<List<String>> of(CacheSettings cache, List<String> clusterDomains) {
        List<List<String>> lines = new ArrayList<>();
        capacity(lines, "success", cache.successCapacity(), OptionalInt.empty());
        capacity(lines, "denial", cache.denialCapacity(), cache.denialSeconds());
        cache.serveStale().ifPresent(stale -> {
            List<String> line = new ArrayList<>(List.of("serve_stale", GoDuration.format(stale.upTo())));
            if (stale.verify()) {
                line.add("verify");
            }
            lines.add(line);
        });
        if (!cache.clusterDomain() && !clusterDomains.isEmpty()) {
            for (String kind : List.of("success", "denial")) {
                List<String> line = new ArrayList<>(List.of("disable", kind));
                line.addAll(clusterDomains);
                lines.add(line);
            }
        }
        return lines;
    }

    private static void capacity(List<List<String>> lines, String kind, OptionalInt capacity, OptionalInt seconds) {
        if (capacity.isEmpty() && seconds.isEmpty()) {
            return;
        }
        List<String> line = new ArrayList<>(List.of(kind, Integer.toString(capacity.orElse(USUAL_CAPACITY))));
        seconds.ifPresent(ttl -> line.add(Integer.toString(ttl)));
        lines.add(line);
    }
}
