package io.portafilter.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.Cli;
import io.portafilter.cli.Golden;
import io.portafilter.cli.kubectl.FakeKubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    private static final String HASH = "sha256:" + "1".repeat(64);
    private static final String SPEC = """
            apiVersion: portafilter.io/v1alpha1
            kind: NetworkSetup
            metadata: {name: cluster, generation: 8}
            spec:
              mode: Enforce
              pods: {cidrs: [10.244.0.0/16]}
              services: {cidrs: [10.96.0.0/12]}
            """;
    private static final String STATUS = """
            status:
              observedGeneration: %d
              errors: 1
              conflicts:
              - {id: KubeletDNSMismatch, severity: Error, objects: [Node w2], message: w2 asks 10.0.0.10, fix: set clusterDNS}
              plan:
                hash: sha256:1111111111111111111111111111111111111111111111111111111111111111
                count: 1
                changes:
                - {seq: 1, object: ConfigMap kube-system/coredns, field: Corefile, risk: Reload, feasibility: Apply, drift: First, diff: "-a\\n+b"}
              applied:
                hash: sha256:0000000000000000000000000000000000000000000000000000000000000000
                time: "2030-05-01T11:00:00Z"
                outcome: RolledBack
                backup: portafilter-system/portafilter-network-backup-000001
                message: 1 of 2 replicas did not answer
              dns: {generation: 0123abcd, replicas: {total: 2, current: 2}}
              conditions:
              - {type: Accepted, status: "True", reason: Accepted, message: the spec is understood, lastTransitionTime: "2030-05-01T12:00:00Z", observedGeneration: 7}
              - {type: Degraded, status: "%s", reason: RolledBack, message: 1 of 2 replicas did not answer, lastTransitionTime: "2030-05-01T12:00:00Z", observedGeneration: 7}
            """;

    @TempDir
    private Path folder;

    @Test
    void howThingsStandIsOneScreenAndFailsWhereSomethingIsBroken() throws IOException {
        Cli status = status(SPEC + STATUS.formatted(7, "True"));

        assertThat(status.err()).isEmpty();
        assertThat(status.exitCode()).isEqualTo(1);
        Golden.assertSame("network-status.txt", status.out());
    }

    @Test
    void whereNothingIsBrokenItIsFine() throws IOException {
        Cli status = status(SPEC + STATUS.formatted(8, "False"));

        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).doesNotContain("has not seen its last change");
    }

    @Test
    void anApprovedPlanNeedsNoCommand() throws IOException {
        String approved = SPEC.replace("mode: Enforce", "mode: Enforce\n  approval: {planHash: \"" + HASH + "\"}");

        assertThat(status(approved + STATUS.formatted(8, "False")).out())
                .endsWith("It is approved.\n")
                .doesNotContain("kubectl");
    }

    @Test
    void whereNobodyWroteAStatusItSaysWhoWould() throws IOException {
        Cli status = status(SPEC);

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.err()).contains("--network-setup=observe");
    }

    @Test
    void ofALiveClusterItReadsNothingElse() {
        FakeKubectl fake = new FakeKubectl(
                folder, "echo \"error: the server doesn't have a resource type \\\"x\\\"\" >&2\nexit 1\n");

        Cli status = Cli.runIn(fake.environment(), "network", "status");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.err()).contains("there is no NetworkSetup cluster", "--proposed");
        assertThat(fake.asked()).singleElement().asString().contains("get networksetups.portafilter.io");
    }

    private Cli status(String setup) throws IOException {
        Files.writeString(folder.resolve("setup.yaml"), setup);
        return Cli.run("network", "status", folder.toString());
    }
}
