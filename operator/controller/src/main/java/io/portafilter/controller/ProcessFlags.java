package io.portafilter.controller;

import ch.qos.logback.classic.Level;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.lastgood.LastGoodConfigMaps;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.watch.Scope;
import io.portafilter.flags.AdminFlags;
import io.portafilter.flags.ConnectionFlags;
import io.portafilter.flags.ElectionFlags;
import io.portafilter.flags.GoDuration;
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

    @Mixin
    private final ConnectionFlags connection = new ConnectionFlags();

    @Mixin
    private final ScopeFlags scope = new ScopeFlags();

    @Mixin
    private final AdminFlags admin = new AdminFlags();

    @Mixin
    private final ElectionFlags election = new ElectionFlags();

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
    private StreamFlags stream = new StreamFlags();

    @Mixin
    private WebhookFlags webhook = new WebhookFlags();

    @Mixin
    private StatusFlags status = new StatusFlags();

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
        String namespace = environment.getOrDefault("POD_NAMESPACE", "ingress-nginx");
        Name lease = new Name(namespace, election.id());
        String installation = LastGoodConfigMaps.of(lease).fullname();
        Optional<Name> self =
                environment.containsKey("POD_NAME") ? Optional.of(new Name(namespace, pod)) : Optional.empty();
        try {
            return new OperatorOptions(
                    compiler,
                    scope(),
                    pod,
                    namespace,
                    new AdminOptions(admin.address(), admin.healthCheckPath(), admin.metrics()),
                    lease,
                    election.elects()
                            ? Optional.of(new ElectionOptions(
                                    lease, pod, election.ttl().orElse(ElectionOptions.DEFAULT_TTL)))
                            : Optional.empty(),
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
        Optional<Scope> one = scope.namespace().map(Scope.OneNamespace::new);
        return one.or(() -> scope.selector().map(Scope.SelectedNamespaces::new)).orElseGet(Scope.Everywhere::new);
    }
}
