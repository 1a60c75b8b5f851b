package io.portafilter.e2e.cluster.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.Place;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A pod that asks the DNS that its resolv.conf names, each query from a port of its own and none twice, as a program that does not
 * ask again would feel it. It goes with its place.
 */
public final class DnsLoad {
    /** Queries a second. */
    public static final int RATE = 50;

    private static final String POD = "dns-load";
    private static final long ENOUGH = 2L * RATE;
    private static final JsonMapper JSON = new JsonMapper();

    private final Cluster cluster;
    private final String path;

    private DnsLoad(Cluster cluster, String path) {
        this.cluster = cluster;
        this.path = path;
    }

    /** Begins to ask for the addresses of these names in turn, {@value #RATE} a second; returns when answers flow. */
    public static DnsLoad begin(Place place, List<String> names) {
        place.cluster().create("""
            apiVersion: v1
            kind: Pod
            metadata: {name: %1$s, namespace: %2$s}
            spec:
              terminationGracePeriodSeconds: 0
              automountServiceAccountToken: false
              enableServiceLinks: false
              containers:
              - name: dns-load
                image: %3$s
                env: [{name: NAMES, value: "%4$s"}, {name: RATE, value: "%5$d"}]
                readinessProbe: {httpGet: {path: /counts, port: 8080}, periodSeconds: 1}
                resources: {requests: {cpu: 1m, memory: 8Mi}}
            """.formatted(
                        POD,
                        place.name(),
                        System.getProperty("e2e.dns-load", "e2e.local/dns-load:1"),
                        String.join(",", names),
                        RATE));
        String path = "/api/v1/namespaces/%s/pods/%s:8080/proxy".formatted(place.name(), POD);
        DnsLoad load = new DnsLoad(place.cluster(), path);
        Cluster.patiently().ignoreExceptions().until(() -> load.counts().answered() > 0);
        return load;
    }

    /** What came of all queries so far. */
    public Counts counts() {
        return read("/counts", Counts.class);
    }

    /** Asks the DNS of the pod now; this is not counted. */
    public Reply ask(String name, String type) {
        return read("/ask?name=" + encoded(name) + "&type=" + type, Reply.class);
    }

    /** What a server says that it is ({@code version.bind}); an empty list where it does not say. */
    public List<String> version(String server) {
        return read("/ask?name=version.bind&type=TXT&class=CH&server=" + server, Reply.class)
                .answers();
    }

    /** Returns when a name has exactly these addresses, in whatever order. */
    public void awaitAddresses(String name, String... addresses) {
        Cluster.patiently()
                .untilAsserted(() -> assertThat(ask(name, "A").answers()).containsExactlyInAnyOrder(addresses));
    }

    /** Returns when what came of all queries that are under way, and of some that come after, is known; none may be lost. */
    public void assertNothingLost() {
        long now = counts().sent() + ENOUGH;
        Cluster.patiently().until(() -> counts().decided() >= now);
        Counts counts = counts();
        assertThat(counts.lost()).as(counts.toString()).isZero();
    }

    private <T> T read(String what, Class<T> type) {
        try {
            return JSON.readValue(cluster.client().raw(path + what), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
