package io.portafilter.network.corefile.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The block that serves every name.
 *
 * @param port where it listens, 1 to 65535
 * @param cluster the cluster's own names
 * @param upstreams who answers everything else
 * @param rewrites rules that change queries, in order, at most 64
 * @param cache how answers are kept
 * @param errors whether errors are logged
 * @param queries which queries are logged
 * @param health the liveness listener
 * @param ready whether the readiness listener on port 8181 is there
 * @param loopDetection whether the process ends when its queries come back to it
 * @param reload whether and how the Corefile is read again when it has changed
 * @param metricsPort where metrics are served
 * @param autopath whether search paths are followed on the server's side; needs verified pod records
 * @param loadbalance whether the order of addresses changes from answer to answer
 * @param extraPlugins plugins as text, kept word for word; one that may stand only once takes the place of what the fields say
 */
public record MainBlock(
        int port,
        Optional<ClusterSettings> cluster,
        Optional<UpstreamSettings> upstreams,
        List<RewriteRule> rewrites,
        Optional<CacheSettings> cache,
        boolean errors,
        QueryLog queries,
        Optional<HealthSettings> health,
        boolean ready,
        boolean loopDetection,
        Optional<ReloadSettings> reload,
        OptionalInt metricsPort,
        boolean autopath,
        boolean loadbalance,
        String extraPlugins) {
    /** Copies the list. */
    public MainBlock {
        rewrites = List.copyOf(rewrites);
    }

    /** What kubeadm 1.36 sets up. */
    public static MainBlock kubeadm(String clusterDomain) {
        return draft().cluster(ClusterSettings.kubeadm(clusterDomain))
                .upstreams(UpstreamSettings.node())
                .cache(CacheSettings.kubeadm())
                .errors(true)
                .health(new HealthSettings(OptionalInt.empty(), Optional.of(Duration.ofSeconds(5))))
                .ready(true)
                .loopDetection(true)
                .reload(ReloadSettings.usual())
                .metricsPort(9153)
                .loadbalance(true)
                .build();
    }

    /** A block that does nothing yet. */
    public static MainDraft draft() {
        return new MainDraft();
    }

    /** A draft that begins as this. */
    public MainDraft edit() {
        return new MainDraft(this);
    }
}
