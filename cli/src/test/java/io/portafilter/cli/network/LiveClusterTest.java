package io.portafilter.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.Cli;
import io.portafilter.cli.kubectl.Kubectl;
import io.portafilter.crds.schema.JsonText;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.status.Damping;
import io.portafilter.network.status.Known;
import io.portafilter.network.status.Progress;
import io.portafilter.network.status.StatusOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The command and kubectl against a real API server: what one prints, the other takes. */
@Tag("api-server")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveClusterTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir", ".."));
    private static final String[] PROPOSED = {
        "get", "networksetup", "cluster", "--output=jsonpath={.status.discovered.proposedSpec}"
    };
    private static final String OBJECTS = """
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            spec: {podCIDR: 10.244.0.0/24, podCIDRs: [10.244.0.0/24]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: kube-dns, namespace: kube-system, labels: {k8s-app: kube-dns}}
            spec:
              clusterIP: 10.0.0.10
              selector: {k8s-app: kube-dns}
              ports: [{name: dns, port: 53, protocol: UDP}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: coredns, namespace: kube-system}
            data:
              Corefile: |
                .:53 {
                    errors
                    kubernetes cluster.local in-addr.arpa ip6.arpa {
                       pods insecure
                       fallthrough in-addr.arpa ip6.arpa
                       ttl 30
                    }
                    rewrite name exact on yes.example
                    forward . /etc/resolv.conf
                    cache 30
                    loop
                    reload
                }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kubeadm-config, namespace: kube-system}
            data:
              ClusterConfiguration: |
                networking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.0.0.0/24, dnsDomain: cluster.local}
            """;

    private static Optional<TestCluster> started = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() throws IOException {
        TestCluster cluster = new TestCluster();
        started = Optional.of(cluster);
        cluster.kubectl(OBJECTS, "apply", "--filename=-");
        cluster.kubectl(
                "",
                "apply",
                "--server-side",
                "--filename=" + PROJECT.resolve("helm/portafilter/crds/networksetups.portafilter.io.yaml"));
        cluster.kubectl("", "wait", "--for=condition=Established", "crd/networksetups.portafilter.io", "--timeout=30s");
    }

    @AfterAll
    static void stop() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    @Test
    @Order(1)
    void whatItProposesIsTakenByTheApiServerAndPlansNothing() throws IOException {
        Cli proposed = portafilter("show", "--proposed");
        assertThat(proposed.err()).isEmpty();
        assertThat(proposed.out()).contains("cidrs:\n    - 10.244.0.0/16");

        cluster().kubectl(proposed.out(), "apply", "--filename=-");

        assertThat(portafilter("plan").out()).isEqualTo("Nothing to change.\n");
        assertThat(portafilter("show").out()).contains("cluster, mode Observe");
        assertThat(portafilter("status").err()).contains("--network-setup=observe");
        assertThat(portafilter("resolve", "web.apps").exitCode()).isZero();
        assertThat(portafilter("service", "kube-system/kube-dns").exitCode()).isZero();
    }

    @Test
    @Order(2)
    void theCommandThatThePlanPrintsApprovesIt() throws IOException {
        cluster()
                .kubectl(
                        "",
                        "patch",
                        "networksetup",
                        "cluster",
                        "--type=merge",
                        "--patch={\"spec\":{\"mode\":\"Enforce\",\"dns\":{\"upstreams\":{\"servers\":[\"10.20.0.53\"]}}}}");
        String command = portafilter("plan").out().lines().toList().getLast().strip();

        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        assertThat(words.removeFirst()).isEqualTo("kubectl");
        words.replaceAll(word -> word.replace("'", ""));
        cluster().kubectl("", words.toArray(String[]::new));

        assertThat(portafilter("plan").out()).endsWith("It is approved.\n");
    }

    @Test
    @Order(3)
    void theStatusIsTakenByTheApiServerAndShown() throws IOException {
        NetworkSetupStatus status = status();
        cluster()
                .kubectl(
                        "",
                        "patch",
                        "networksetup",
                        "cluster",
                        "--subresource=status",
                        "--type=merge",
                        "--patch=" + JsonText.of(Map.of("status", RecordWriter.tree(status))));

        assertThat(RecordReader.read(NetworkSetupStatus.class, live("status"), "status")
                        .value())
                .isEqualTo(status);
        assertThat(cluster().kubectl("", "get", "networksetups")).containsPattern("CHANGES[^\n]*\ncluster [^\n]* 1 ");
        Cli shown = portafilter("status");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).contains("mode Enforce", "Progressing", "1 change", "It is approved.");
    }

    @Test
    @Order(4)
    void theProposedSpecOfTheStatusAppliedBackPlansNothingAndKeepsModeAndApproval() throws IOException {
        Object approval = spec().approval();

        cluster().kubectl(cluster().kubectl("", PROPOSED), "apply", "--filename=-");

        assertThat(portafilter("plan").out()).isEqualTo("Nothing to change.\n");
        assertThat(spec().mode()).isEqualTo(NetworkSetupSpec.Mode.ENFORCE);
        assertThat(spec().approval()).isEqualTo(approval);
    }

    @Test
    @Order(5)
    void whoMayNotReadIsToldWhat() throws IOException {
        Cli refused = portafilter("check", "--kubeconfig", cluster().as("ann").toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("you may not read nodes", "\"ann\"", "cannot list resource");
    }

    @Test
    @Order(6)
    void anExportSaysTheSameAsTheClusterItself() throws IOException {
        String script = Cli.run("network", "export", folder.toString()).out();
        Path file = Files.writeString(
                folder.resolve("export.sh"), script.replace("portafilter network show", "true portafilter"));
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", file.toString()).inheritIO();
        builder.environment().putAll(cluster().environment());
        builder.environment().merge("PATH", "/usr/bin:/bin", (own, usual) -> own + ":" + usual);
        assertThat(builder.start().onExit().join().exitValue()).isZero();

        assertThat(Cli.run("network", "show", folder.toString()).out())
                .isEqualTo(portafilter("show").out());
    }

    private static NetworkSetupStatus status() throws IOException {
        Observation seen = Observation.of(LiveExport.all(new Kubectl(
                        Kubectl.find(cluster().environment()).orElseThrow(),
                        List.of(),
                        cluster().environment(),
                        Duration.ofSeconds(30),
                        line -> {}))
                .cluster());
        NetworkSetupSpec spec = spec();
        Known known = new Known(
                1, spec, List.of(), seen, NetworkCheck.check(seen, spec), Optional.of(Planner.plan(seen, spec)));
        return StatusOf.of(
                        known,
                        Progress.NONE,
                        Optional.empty(),
                        Damping.of(Duration.ofMinutes(1)),
                        Instant.parse("2030-05-01T12:00:00Z"))
                .status();
    }

    private static NetworkSetupSpec spec() throws IOException {
        return RecordReader.read(NetworkSetupSpec.class, live("spec"), "spec").value();
    }

    private static Object live(String part) throws IOException {
        String json = cluster().kubectl("", "get", "networksetup", "cluster", "--output=json");
        return TreeReader.value(json).orElseThrow().at(part).value();
    }

    private static Cli portafilter(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("network"));
        line.addAll(List.of(arguments));
        return Cli.runIn(cluster().environment(), line.toArray(String[]::new));
    }

    private static TestCluster cluster() {
        return started.orElseThrow();
    }
}
