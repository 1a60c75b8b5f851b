package io.portafilter.flags;

import static io.portafilter.flags.Role.FOLDER;
import static io.portafilter.flags.Role.OPERATOR;
import static io.portafilter.flags.Role.PROXY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every flag that ingress-nginx knows, and those of its logger. */
public final class FlagCatalogue {
    private static final String NO_INNER_SERVER = "nothing listens inside the proxy for its own use";
    private static final String NO_LIMIT = "changes take effect at once, one by one; nothing reloads";
    private static final String OWN_CERTIFICATE =
            "the operator issues the webhook's certificate itself, and rotates it";
    private static final String LAYER_4 = "TCP and UDP services are not served yet";
    private static final String NO_PASSTHROUGH = "TLS is terminated for every host";
    private static final String GEO = "no database of addresses is downloaded, and no annotation here reads one";
    private static final String LOGS = "everything is logged to standard output, without files";

    /** ingress-nginx's own, by name. */
    public static final List<Flag> INGRESS_NGINX = sorted(
            obeyed("--apiserver-host", "", "URL of the API server, where it is not the cluster's own", OPERATOR),
            obeyed(
                    "--certificate-authority",
                    "",
                    "PEM file that the API server's certificate is verified with",
                    OPERATOR),
            obeyed("--kubeconfig", "", "how to connect to the API server from outside of a cluster", OPERATOR),
            obeyed(
                    "--default-backend-service",
                    "",
                    "Service for requests that no rule takes; without it they are answered 404",
                    OPERATOR,
                    FOLDER),
            obeyed("--ingress-class", "nginx", "class whose Ingresses are served", OPERATOR, FOLDER),
            obeyed(
                    "--controller-class",
                    "k8s.io/ingress-nginx",
                    "`spec.controller` of the IngressClasses that are ours; a label of every metric",
                    OPERATOR,
                    PROXY,
                    FOLDER),
            obeyed("--watch-ingress-without-class", "false", "serve Ingresses that name no class", OPERATOR, FOLDER),
            obeyed(
                    "--ingress-class-by-name",
                    "false",
                    "take an IngressClass by its name, whatever its controller",
                    OPERATOR,
                    FOLDER),
            obeyed(
                    "--configmap",
                    "",
                    "ConfigMap with options for everybody ([configmap.md](configmap.md))",
                    OPERATOR,
                    FOLDER),
            obeyed("--publish-service", "", "Service whose addresses Ingresses show", OPERATOR),
            later("--tcp-services-configmap", "", LAYER_4),
            later("--udp-services-configmap", "", LAYER_4),
            pointless("--sync-period", "0s", "watches tell every change; nothing is listed anew from time to time"),
            obeyed("--watch-namespace", "all", "watch this namespace only", OPERATOR),
            obeyed(
                    "--watch-namespace-selector",
                    "",
                    "watch namespaces with these labels only, as they come and go",
                    OPERATOR),
            pointless("--profiling", "true", "the JVM has a flight recorder, which is switched on from outside"),
            obeyed(
                    "--default-ssl-certificate",
                    "",
                    "Secret with the certificate for hosts without one; without it proxies make one themselves",
                    OPERATOR,
                    FOLDER),
            obeyed("--health-check-path", "/healthz", "path of the health check on the admin port", OPERATOR, PROXY),
            pointless(
                    "--health-check-timeout", "10", "the health check asks nobody else, so it has nothing to wait for"),
            obeyed("--update-status", "true", "write addresses into the status of Ingresses", OPERATOR),
            obeyed(
                    "--election-id",
                    "ingress-controller-leader",
                    "name of the Lease that replicas contend for",
                    OPERATOR),
            obeyed(
                    "--election-ttl",
                    "30s",
                    "how long a Lease holds after its holder was last heard of; 10s here",
                    OPERATOR),
            obeyed(
                    "--update-status-on-shutdown",
                    "true",
                    "the last replica clears the addresses when it ends",
                    OPERATOR),
            obeyed("--report-node-internal-ip-address", "false", "show the nodes' internal addresses", OPERATOR),
            obeyed("--version", "false", "prints the version and ends", OPERATOR, PROXY, FOLDER),
            later("--enable-ssl-passthrough", "false", NO_PASSTHROUGH),
            obeyed("--disable-leader-election", "false", "there is one replica only", OPERATOR),
            obeyed(
                    "--disable-svc-external-name",
                    "false",
                    "answer 503 for Services of type ExternalName",
                    OPERATOR,
                    FOLDER),
            obeyed("--annotations-prefix", "nginx.ingress.kubernetes.io", "prefix of annotations", OPERATOR, FOLDER),
            obeyed(
                    "--enable-annotation-validation",
                    "true",
                    "reject Ingresses with invalid annotations",
                    OPERATOR,
                    FOLDER),
            pointless(
                    "--enable-ssl-chain-completion",
                    "false",
                    "nothing is fetched to complete a chain; put it into the Secret"),
            pointless("--sync-rate-limit", "0.3", NO_LIMIT),
            obeyed(
                    "--publish-status-address",
                    "",
                    "addresses, separated by commas, that Ingresses show instead",
                    OPERATOR),
            obeyed(
                    "--enable-metrics",
                    "false",
                    "serve `/metrics` on the admin port; the operator does so unless it is told not to",
                    OPERATOR,
                    PROXY),
            obeyed("--metrics-per-host", "true", "the metrics of requests carry their host", PROXY),
            pointless(
                    "--metrics-per-undefined-host",
                    "false",
                    "hosts that no Ingress names are counted together: a stranger could make any number of series"),
            later("--report-status-classes", "false", "each status is counted by itself"),
            later("--time-buckets", "0.005 to 10", "the histograms keep their usual buckets"),
            later("--length-buckets", "10 to 100", "the histograms keep their usual buckets"),
            later("--size-buckets", "10 to 1e7", "the histograms keep their usual buckets"),
            later("--bucket-factor", "0", "the histograms keep their usual buckets"),
            later("--max-buckets", "100", "the histograms keep their usual buckets"),
            later("--exclude-socket-metrics", "", "all metrics are there"),
            pointless(
                    "--monitor-max-batch-size", "10000", "metrics are counted where they happen, not sent in batches"),
            obeyed("--http-port", "80", "port for HTTP; 8080 for `serve`", PROXY, FOLDER),
            obeyed("--https-port", "443", "port for HTTPS; 8443 for `serve`", PROXY, FOLDER),
            later("--ssl-passthrough-proxy-port", "442", NO_PASSTHROUGH),
            pointless("--default-server-port", "8181", NO_INNER_SERVER),
            obeyed("--healthz-port", "10254", "admin port, for health and metrics", OPERATOR, PROXY, FOLDER),
            obeyed("--healthz-host", "", "address of the admin port", OPERATOR, PROXY, FOLDER),
            obeyed("--disable-catch-all", "false", "ignore Ingresses with `spec.defaultBackend`", OPERATOR, FOLDER),
            obeyed(
                    "--validating-webhook",
                    "",
                    "where the admission webhook listens, for example `:8443`; without it there is none",
                    OPERATOR),
            pointless("--validating-webhook-certificate", "", OWN_CERTIFICATE),
            pointless("--validating-webhook-key", "", OWN_CERTIFICATE),
            pointless(
                    "--disable-full-test",
                    "false",
                    "the webhook asks the compiler about the one Ingress and tests no file"),
            pointless("--status-port", "10246", NO_INNER_SERVER),
            obeyed(
                    "--stream-port",
                    "10247",
                    "another port here: where proxies follow the operator, 9443; nothing else listens for streams",
                    OPERATOR),
            pointless("--internal-logger-address", "127.0.0.1:11514", NO_INNER_SERVER),
            pointless("--profiler-port", "10245", "the JVM has a flight recorder, which is switched on from outside"),
            pointless(
                    "--profiler-address",
                    "127.0.0.1",
                    "the JVM has a flight recorder, which is switched on from outside"),
            obeyed(
                    "--status-update-interval",
                    "60",
                    "seconds between looks at the nodes' addresses; everything else is watched",
                    OPERATOR),
            obeyed(
                    "--shutdown-grace-period",
                    "0",
                    "seconds that it serves on after it was told to end; 10 here",
                    PROXY),
            obeyed(
                    "--post-shutdown-grace-period",
                    "10",
                    "seconds that its process stays after the last request",
                    PROXY),
            obeyed(
                    "--deep-inspect",
                    "true",
                    "refuse hosts and paths that look like nginx's language ([admission.md](admission.md))",
                    OPERATOR,
                    FOLDER),
            pointless("--dynamic-configuration-retries", "15", NO_LIMIT),
            obeyed("--disable-sync-events", "false", "no Event when an Ingress is compiled", OPERATOR),
            later("--enable-topology-aware-routing", "false", "endpoints of all zones get requests"),
            pointless("--maxmind-mirror", "", GEO),
            pointless("--maxmind-license-key", "", GEO),
            pointless("--maxmind-edition-ids", "GeoLite2-City,GeoLite2-ASN", GEO),
            pointless("--maxmind-retries-count", "1", GEO),
            pointless("--maxmind-retries-timeout", "0s", GEO));

    /** Those of the logger that ingress-nginx uses. */
    public static final List<Flag> KLOG = sorted(
            obeyed("-v", "0", "verbosity of the log: 0 and 1 information, 2 and more details", OPERATOR),
            pointless("--add_dir_header", "false", LOGS),
            pointless("--alsologtostderr", "false", LOGS),
            pointless("--legacy_stderr_threshold_behavior", "true", LOGS),
            pointless("--log_backtrace_at", "", LOGS),
            pointless("--log_dir", "", LOGS),
            pointless("--log_file", "", LOGS),
            pointless("--log_file_max_size", "1800", LOGS),
            pointless("--logtostderr", "true", LOGS),
            pointless("--one_output", "false", LOGS),
            pointless("--skip_headers", "false", LOGS),
            pointless("--skip_log_headers", "false", LOGS),
            pointless("--stderrthreshold", "2", LOGS),
            pointless("--vmodule", "", "verbosity is set for everything at once, by -v"));

    /** All of them, by name. */
    public static final Map<String, Flag> BY_NAME = Stream.concat(INGRESS_NGINX.stream(), KLOG.stream())
            .collect(Collectors.collectingAndThen(
                    Collectors.toMap(Flag::name, Function.identity(), (a, b) -> a, TreeMap::new), Map::copyOf));

    private FlagCatalogue() {}

    private static List<Flag> sorted(Flag... flags) {
        return Arrays.stream(flags)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static Flag obeyed(String name, String usual, String about, Role... by) {
        return new Flag(name, usual, new Fate.Obeyed(about, Set.of(by)));
    }

    private static Flag later(String name, String usual, String meanwhile) {
        return new Flag(name, usual, new Fate.Later(meanwhile));
    }

    private static Flag pointless(String name, String usual, String why) {
        return new Flag(name, usual, new Fate.Pointless(why));
    }
}
