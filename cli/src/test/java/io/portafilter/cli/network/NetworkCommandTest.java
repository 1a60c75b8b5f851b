package io.portafilter.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.Cli;
import io.portafilter.cli.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class NetworkCommandTest {
    private static final Path EXPORTS =
            Path.of("..", "operator", "network", "src", "test", "resources", "io", "portafilter", "network", "exports");
    private static final String FLANNEL = EXPORTS.resolve("kubeadm-flannel").toString();
    private static final String WISH = """
            apiVersion: portafilter.io/v1alpha1
            kind: NetworkSetup
            metadata: {name: cluster}
            spec:
              pods: {cidrs: [10.244.0.0/16]}
              services: {cidrs: [10.96.0.0/12]}
              cni: {provider: Flannel}
              dns:
                upstreams: {servers: [%s]}
            """;

    @TempDir
    private Path folder;

    @Test
    void showIsASummaryAndThenEverySource() {
        Cli show = Cli.run("network", "show", FLANNEL);
        assertThat(show.err()).isEmpty();
        assertThat(show.exitCode()).isZero();
        Golden.assertSame("network-show.txt", show.out());
    }

    @Test
    void showSaysHowWeaveDividesItsRangeAndWhatAnAgentFound() throws IOException {
        copy("kubeadm-weave");
        Files.writeString(folder.resolve("node.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: portafilter-node-w1, namespace: portafilter-system, labels: {portafilter.io/node-report: w1}}
                data:
                  route.json: '[{"dst":"default","gateway":"192.168.0.1","dev":"ens3"}]'
                  addr.json: '[{"ifname":"ens3","address":"52:54:00:12:34:56"}]'
                  net.d.05-old.conf: '{"name":'
                  net.d.10-weave.conflist: '{"cniVersion":"0.3.0","name":"weave","plugins":[{"type":"weave-net"}]}'
                """);
        assertThat(Cli.run("network", "show", folder.toString()).out())
                .contains("split among 3: 10.32.0.0/13, 10.40.0.0/14, 10.44.0.0/14")
                .contains(
                        "w1: ens3 (52:54:00:12:34:56), gateway 192.168.0.1, containerd takes no network, CRI-O 10-weave.conflist");
    }

    @Test
    void theProposedSetupPlansNothing() throws IOException {
        Files.writeString(
                folder.resolve("setup.yaml"),
                Cli.run("network", "show", FLANNEL, "--proposed").out());
        copy("kubeadm-flannel");

        Cli plan = Cli.run("network", "plan", folder.toString());
        assertThat(plan.out()).isEqualTo("Nothing to change.\n");
        assertThat(plan.exitCode()).isZero();
        assertThat(Cli.run("network", "show", folder.toString()).out()).contains("cluster, mode Observe");
    }

    @Test
    void aPlanShowsTheDifferenceAndTheHashToApprove() throws IOException {
        copy("kubeadm-flannel");
        Files.writeString(folder.resolve("setup.yaml"), WISH.formatted("10.20.0.53"));
        Cli plan = Cli.run("network", "plan", folder.toString());
        assertThat(plan.exitCode()).isZero();
        Golden.assertSame("network-plan.txt", plan.out());
        assertThat(load(Cli.run("network", "plan", folder.toString(), "-o", "json")
                        .out()))
                .isEqualTo(load(Cli.run("network", "plan", folder.toString(), "-o", "yaml")
                        .out()));
    }

    @Test
    void aSetupThatIsNotAcceptedIsToldWithPathAndRule() throws IOException {
        copy("kubeadm-flannel");
        Files.writeString(folder.resolve("setup.yaml"), WISH.formatted("dns.example"));
        Cli plan = Cli.run("network", "plan", folder.toString());
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("spec.dns.upstreams.servers", "upstream-form");
    }

    @Test
    void checkSaysWhatDisagreesAndWhatHelps() throws IOException {
        assertThat(Cli.run("network", "check", FLANNEL).out()).isEqualTo("Nothing disagrees.\n");
        copy("kubeadm-flannel");
        Path export = folder.resolve("export.yaml");
        Files.writeString(
                export,
                Files.readString(export).replace("clusterDNS:\n      - 10.96.0.10", "clusterDNS:\n      - 10.0.0.10"));

        Cli check = Cli.run("network", "check", folder.toString());
        assertThat(check.exitCode()).isEqualTo(1);
        Golden.assertSame("network-check.txt", check.out());
        Map<?, ?> tree = (Map<?, ?>) load(
                Cli.run("network", "check", folder.toString(), "-o", "json").out());
        assertThat((List<?>) tree.get("conflicts")).hasSize(1);
    }

    @Test
    void resolveTriesNamesAsAPodDoes() {
        Golden.assertSame(
                "network-resolve.txt",
                Cli.run("network", "resolve", FLANNEL, "web", "--from", "apps").out()
                        + Cli.run("network", "resolve", FLANNEL, "www.example.org")
                                .out());
    }

    @Test
    void serviceNamesTheChains() {
        assertThat(Cli.run("network", "service", FLANNEL, "apps/shop").out())
                .matches("10\\.96\\.0\\.78 TCP 80, every node's TCP 30080: iptables -t nat -L KUBE-SVC-[A-Z2-7]{16},"
                        + " and from outside KUBE-EXT-[A-Z2-7]{16}\n");
        Cli nobody = Cli.run("network", "service", FLANNEL, "apps/nobody");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("apps/nobody");
    }

    @Test
    void exportPrintsCommandsThatAskForNoSecret() {
        String script = Cli.run("network", "export", "my cluster").out();
        assertThat(script).contains("F='my cluster'", "kubectl get nodes").doesNotContainIgnoringCase("secrets");
        assertThat(script.lines().filter(line -> line.startsWith("kubectl")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.matches("kubectl (get|logs) .*"));
    }

    @Test
    void whereNothingCanBeReadNothingIsSaidToBeWell() throws IOException {
        Cli empty = Cli.run("network", "show", folder.toString());
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.out()).isEmpty();
        assertThat(empty.err()).contains("no object was found", "portafilter network export");

        Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        Files.writeString(folder.resolve("b.yaml"), "a: [\n");
        Cli rubbish = Cli.run("network", "check", folder.toString());
        assertThat(rubbish.exitCode()).isEqualTo(1);
        assertThat(rubbish.err()).contains("a.yaml: it is no text in UTF-8", "b.yaml: it is no YAML");

        Cli missing = Cli.run("network", "show", folder.resolve("nowhere").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
    }

    private void copy(String export) throws IOException {
        Files.copy(EXPORTS.resolve(export).resolve("export.yaml"), folder.resolve("export.yaml"));
    }

    private static Object load(String text) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
        return tree == null ? Map.of() : tree;
    }
}
