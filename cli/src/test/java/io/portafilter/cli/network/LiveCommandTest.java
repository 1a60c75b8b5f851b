package io.portafilter.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.Cli;
import io.portafilter.cli.kubectl.FakeKubectl;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a live cluster, with a script in kubectl's place. */
class LiveCommandTest {
    private static final Path EXPORT = Path.of(
                    "..", "operator", "network", "src", "test", "resources", "io", "portafilter", "network", "exports")
            .resolve("kubeadm-flannel/export.yaml")
            .toAbsolutePath();
    private static final String NONE = "echo '{\"kind\": \"List\", \"items\": []}'\n";
    private static final String FLANNEL = "case \"$*\" in *'get nodes'*) cat '" + EXPORT + "' ;; *networksetups*) "
            + "echo \"error: the server doesn't have a resource type\" >&2; exit 1 ;; *) " + NONE.strip()
            + " ;; esac\n";

    @TempDir
    private Path folder;

    @Test
    void aLiveClusterIsAnsweredAsItsExport() {
        FakeKubectl fake = new FakeKubectl(folder, FLANNEL);

        Cli live = Cli.runIn(fake.environment(), "network", "show");

        assertThat(live.err()).isEmpty();
        assertThat(live.exitCode()).isZero();
        assertThat(live.out())
                .isEqualTo(Cli.run("network", "show", EXPORT.toString()).out());
        assertThat(Cli.runIn(fake.environment(), "network", "resolve", "web", "--from", "apps")
                        .out())
                .isEqualTo(Cli.run("network", "resolve", EXPORT.toString(), "web", "--from", "apps")
                        .out());
        assertThat(Cli.runIn(fake.environment(), "network", "service", "apps/shop")
                        .exitCode())
                .isZero();
    }

    @Test
    void itOnlyReadsAndAsksForNoSecretAndForTheClusterThatIsNamed() {
        FakeKubectl fake = new FakeKubectl(folder, FLANNEL);

        Cli live = Cli.runIn(
                fake.environment(), "network", "check", "--context", "test", "--kubeconfig", "/home/ann/my config");

        assertThat(live.exitCode()).isZero();
        assertThat(String.join("\n", fake.asked())).doesNotContainIgnoringCase("secret");
        assertThat(fake.asked())
                .filteredOn(line -> line.startsWith("--"))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.matches("--kubeconfig=/home/ann/my config --context=test (get|logs) .*"));
    }

    @Test
    void withoutKubectlItSaysWhatToDo() {
        Cli live = Cli.runIn(Map.of("PATH", folder.toString()), "network", "show");

        assertThat(live.exitCode()).isEqualTo(1);
        assertThat(live.err()).contains("no kubectl in PATH", "install it", "portafilter network export");
    }

    @Test
    void aRightThatIsMissingIsNamedWithWhatHelps() {
        FakeKubectl fake = new FakeKubectl(
                folder,
                "echo 'Error from server (Forbidden): nodes is forbidden: User \"ann\" cannot list resource \"nodes\"' >&2\nexit 1\n");

        Cli live = Cli.runIn(fake.environment(), "network", "show");

        assertThat(live.exitCode()).isEqualTo(1);
        assertThat(live.out()).isEmpty();
        assertThat(live.err())
                .contains("you may not read nodes", "ann", "the right to get and list", "portafilter network export");
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void whatOneCanDoWithoutIsToldAndLeftOut() {
        FakeKubectl fake = new FakeKubectl(
                folder,
                "case \"$*\" in *ippools*|*networkpolicies*) echo 'Error from server (Forbidden): no' >&2; exit 1 ;; esac\n"
                        + FLANNEL);

        Cli live = Cli.runIn(fake.environment(), "network", "check");

        assertThat(live.exitCode()).isZero();
        assertThat(live.err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("you may not read ") && line.endsWith("; what follows does without"));
    }

    @Test
    void anApiServerThatIsAwayIsNoEmptyCluster() {
        FakeKubectl fake = new FakeKubectl(
                folder,
                "echo 'The connection to the server 127.0.0.1:1 was refused - did you specify the right host?' >&2\nexit 1\n");

        Cli live = Cli.runIn(fake.environment(), "network", "check");

        assertThat(live.exitCode()).isEqualTo(1);
        assertThat(live.err()).contains("kubectl cannot read nodes", "was refused");
    }

    @Test
    void aFolderAndAContextAreTooMuch() {
        Cli both = Cli.run("network", "show", EXPORT.toString(), "--context", "test");

        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("either the folder", "--context");
    }

    @Test
    void thePlansApprovalSpeaksOfTheSameCluster() {
        String setup = "'{\"kind\":\"NetworkSetup\",\"metadata\":{\"name\":\"cluster\"},\"spec\":{\"mode\":\"Enforce\","
                + "\"pods\":{\"cidrs\":[\"10.244.0.0/16\"]},\"services\":{\"cidrs\":[\"10.96.0.0/12\"]},"
                + "\"cni\":{\"provider\":\"Flannel\"},\"dns\":{\"upstreams\":{\"servers\":[\"10.20.0.53\"]}}}}'";
        FakeKubectl fake = new FakeKubectl(
                folder, "case \"$*\" in *networksetups*) echo " + setup + "; exit 0 ;; esac\n" + FLANNEL);

        Cli plan = Cli.runIn(fake.environment(), "network", "plan", "--context", "test");

        assertThat(plan.out().lines().toList().getLast())
                .matches("  kubectl --context=test patch networksetup cluster --type merge -p"
                        + " '\\{\"spec\":\\{\"approval\":\\{\"planHash\":\"sha256:[0-9a-f]{64}\"}}}'");
    }
}
