package io.portafilter.controller;

import ch.qos.logback.classic.Level;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.leader.Installation;
import io.portafilter.controller.watch.Scope;
import io.portafilter.flags.AdminFlags;
import io.portafilter.flags.ConnectionFlags;
import io.portafilter.flags.ElectionFlags;
import io.portafilter.flags.GoDuration;
import io.portafilter.flags.InstallationFlags;
import io.portafilter.flags.LogFlags;
import io.portafilter.flags.ScopeFlags;
import io.portafilter.snapshot.Name;
import java.io.File;
import java.nio.file.Path;
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
    private static final String NAMESPACE = "ingress-nginx";

    @Mixin
    private final ConnectionFlags connection = new ConnectionFlags();

    @Mixin
    private final ScopeFlags scope = new ScopeFlags();

    @Mixin
    private final AdminFlags admin = new AdminFlags();

    @Mixin
    private final ElectionFlags election = new ElectionFlags();

    @Mixin
    private final InstallationFlags installation = new InstallationFlags();

    @Mixin
    private final LogFlags log = new LogFlags();

    @Option(
            names = "--full-compile-period",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description =
                    "How often what was compiled step by step is compared with a compilation from scratch; default:"
                            + " 10m; 0: never")
    private Duration fullCompilePeriod = Duration.ofMinutes(10);

    @Mixin
    private final StreamFlags stream = new StreamFlags();

    @Mixin
    private final WebhookFlags webhook = new WebhookFlags();

    @Mixin
    private final StatusFlags status = new StatusFlags();

    @Mixin
    private final NetworkFlags network = new NetworkFlags();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    void logLevel() {
        if (log.verbosity() >= 2
                && LoggerFactory.getLogger("io.portafilter") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(log.verbosity() >= 5 ? Level.TRACE : Level.DEBUG);
        }
    }

    /** How to connect to the API server. */
    Config config() {
        Config config = connection
                .kubeconfig()
                .map(path -> Config.fromKubeconfig(file(path)))
                .orElseGet(() -> Config.autoConfigure(null));
        ConfigBuilder builder = new ConfigBuilder(config);
        connection.apiserver().ifPresent(url -> builder.withMasterUrl(url.toString()));
        connection
                .certificateAuthority()
                .ifPresent(path -> builder.withCaCertFile(file(path).getPath()));
        return builder.build();
    }

    private File file(Path path) {
        File file = path.toFile();
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
        String namespace = environment.getOrDefault("POD_NAMESPACE", NAMESPACE);
        Name lease = new Name(namespace, election.id());
        Installation its = installation
                .name()
                .map(name -> new Installation(namespace, name))
                .orElseGet(() -> Installation.of(lease));
        try {
            return new OperatorOptions(
                    new Replica(its, pod),
                    new CompilingOptions(compiler, scope(), fullCompilePeriod),
                    new ServingOptions(
                            new AdminOptions(admin.address(), admin.healthCheckPath(), admin.metrics()),
                            stream.stream(),
                            stream.trust(its),
                            stream.authority(its),
                            webhook.options(its)),
                    new WritingOptions(
                            lease,
                            election(lease, its, pod),
                            status.status(scope(), lease, its, self(environment)),
                            status.events(pod)),
                    network.options(namespace, pod),
                    START_LIMIT);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<ElectionOptions> election(Name lease, Installation its, String pod) {
        return election.elects()
                ? Optional.of(
                        new ElectionOptions(lease, its, pod, election.ttl().orElse(ElectionOptions.DEFAULT_TTL)))
                : Optional.empty();
    }

    /** The operator's pod; empty outside of a cluster. */
    private static Optional<Name> self(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("POD_NAME"))
                .map(pod -> new Name(environment.getOrDefault("POD_NAMESPACE", NAMESPACE), pod));
    }

    private Scope scope() {
        Optional<Scope> one = scope.namespace().map(Scope.OneNamespace::new);
        return one.or(() -> scope.selector().map(Scope.SelectedNamespaces::new)).orElseGet(Scope.Everywhere::new);
    }
}
