package io.portafilter.controller;

import ch.qos.logback.classic.Level;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.lastgood.LastGoodConfigMaps;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.watch.Scope;
import io.portafilter.snapshot.Name;
import java.io.File;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags of ingress-nginx that say how the operator's process runs (behaviour §21). */
final class ProcessFlags {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    @Option(names = "--apiserver-host", paramLabel = "URL", description = "The API server; default: the cluster's")
    private String apiserverHost = "";

    @Option(
            names = "--certificate-authority",
            paramLabel = "FILE",
            description = "PEM file that the API server's certificate is verified with")
    private String certificateAuthority = "";

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "How to connect; default: as a pod does")
    private String kubeconfig = "";

    @Option(names = "--watch-namespace", paramLabel = "NAMESPACE", description = "Watch this one only; default: all")
    private String watchNamespace = "";

    @Option(
            names = "--watch-namespace-selector",
            paramLabel = "LABELS",
            description = "Watch namespaces with these labels only, as they come and go")
    private String watchNamespaceSelector = "";

    @Option(names = "--healthz-port", paramLabel = "PORT", description = "Admin port; default: ${DEFAULT-VALUE}")
    private int healthzPort = 10254;

    @Option(names = "--healthz-host", paramLabel = "ADDRESS", description = "Address of the admin port; default: all")
    private String healthzHost = "";

    @Option(names = "--health-check-path", paramLabel = "PATH", description = "Default: ${DEFAULT-VALUE}")
    private String healthCheckPath = "/healthz";

    @Option(
            names = "--enable-metrics",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Serve /metrics on the admin port; default here: ${DEFAULT-VALUE}")
    private boolean enableMetrics = true;

    @Option(names = "--election-id", paramLabel = "NAME", description = "Name of the Lease; default: ${DEFAULT-VALUE}")
    private String electionId = "ingress-controller-leader";

    @Option(
            names = "--election-ttl",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description = "How long a Lease holds; default: 10s")
    private Duration electionTtl = ElectionOptions.DEFAULT_TTL;

    @Option(
            names = "--disable-leader-election",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "This is the only replica")
    private boolean disableLeaderElection;

    @Option(
            names = "--full-compile-period",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description =
                    "How often what was compiled step by step is compared with a compilation from scratch; default:"
                            + " 10m; 0: never")
    private Duration fullCompilePeriod = Duration.ofMinutes(10);

    @Option(names = "-v", paramLabel = "LEVEL", description = "Log verbosity: 0 to 1 information, 2 and more details")
    private int verbosity;

    @Mixin
    private StreamFlags stream = new StreamFlags();

    @Mixin
    private WebhookFlags webhook = new WebhookFlags();

    @Mixin
    private StatusFlags status = new StatusFlags();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    void logLevel() {
        if (verbosity >= 2
                && LoggerFactory.getLogger("io.portafilter") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(verbosity >= 5 ? Level.TRACE : Level.DEBUG);
        }
    }

    /** How to connect to the API server. */
    Config config() {
        Config config = kubeconfig.isEmpty() ? Config.autoConfigure(null) : Config.fromKubeconfig(file(kubeconfig));
        ConfigBuilder builder = new ConfigBuilder(config);
        if (!apiserverHost.isEmpty()) {
            builder.withMasterUrl(apiserverHost);
        }
        if (!certificateAuthority.isEmpty()) {
            builder.withCaCertFile(file(certificateAuthority).getPath());
        }
        return builder.build();
    }

    private File file(String path) {
        File file = new File(path);
        if (!file.isFile()) {
            throw new ParameterException(spec.commandLine(), "there is no file " + path);
        }
        return file;
    }

    /**
     * What they say.
     *
     * @param compiler what the other flags say
     * @param environment for {@code POD_NAME} and {@code POD_NAMESPACE}, which a pod's manifest fills
     */
    OperatorOptions options(CompilerOptions compiler, Map<String, String> environment) {
        String pod = environment.getOrDefault("POD_NAME", "portafilter-operator");
        String namespace = environment.getOrDefault("POD_NAMESPACE", "ingress-nginx");
        Name lease = new Name(namespace, electionId);
        String installation = LastGoodConfigMaps.of(lease).fullname();
        Optional<Name> self =
                environment.containsKey("POD_NAME") ? Optional.of(new Name(namespace, pod)) : Optional.empty();
        try {
            return new OperatorOptions(
                    compiler,
                    scope(),
                    pod,
                    namespace,
                    new AdminOptions(
                            healthzHost.isEmpty()
                                    ? new InetSocketAddress(healthzPort)
                                    : new InetSocketAddress(healthzHost, healthzPort),
                            healthCheckPath,
                            enableMetrics),
                    lease,
                    disableLeaderElection
                            ? Optional.empty()
                            : Optional.of(new ElectionOptions(lease, pod, electionTtl)),
                    stream.stream(),
                    stream.trust(namespace, installation),
                    stream.authority(namespace, installation),
                    webhook.address(),
                    webhook.configuration(installation),
                    status.status(scope(), lease, installation, self),
                    status.events(pod),
                    START_LIMIT,
                    fullCompilePeriod);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Scope scope() {
        if (watchNamespace.isEmpty()) {
            return watchNamespaceSelector.isEmpty()
                    ? new Scope.Everywhere()
                    : new Scope.SelectedNamespaces(watchNamespaceSelector);
        }
        if (!watchNamespaceSelector.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--watch-namespace and --watch-namespace-selector exclude each other: leave one out");
        }
        return new Scope.OneNamespace(watchNamespace);
    }
}
