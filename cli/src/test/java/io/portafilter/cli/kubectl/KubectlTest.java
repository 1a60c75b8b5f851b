package io.portafilter.cli.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {
    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void itIsTheFirstInThePathThatCanBeRun() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Files.writeString(plain.resolve("kubectl"), "no program");
        Path program = Files.createDirectory(folder.resolve("program"));
        new FakeKubectl(program, "true");

        assertThat(Kubectl.find(Map.of("PATH", empty + ":" + plain + ":" + program)))
                .contains(program.resolve("kubectl"));
        assertThat(Kubectl.find(Map.of("PATH", empty + ":" + plain))).isEmpty();
        assertThat(Kubectl.find(Map.of())).isEmpty();
    }

    @Test
    void optionsGoBeforeTheCommandAndTheEnvironmentIsTheUsers() throws IOException {
        FakeKubectl fake = new FakeKubectl(folder, "echo \"$LOGIN\"");
        Kubectl kubectl = new Kubectl(
                folder.resolve("kubectl"),
                List.of("--context=a b"),
                Map.of("LOGIN", "somebody", "PATH", "/usr/bin:/bin"),
                Duration.ofSeconds(30),
                told::add);

        assertThat(kubectl.run(List.of("get", "nodes")).out()).isEqualTo("somebody\n");
        assertThat(fake.asked()).containsExactly("--context=a b get nodes");
    }

    @Test
    void whatIsNoErrorIsToldWhileItRunsAndErrorsAreKept() throws IOException {
        Reply reply = reply("""
                echo 'To sign in, open https://login.example' >&2
                echo 'E1121 21:00:00.000000 1 memcache.go:265] couldnt get current server API group list' >&2
                echo 'Error from server (Forbidden): nodes is forbidden: User "ann" cannot list resource "nodes"' >&2
                exit 1
                """);

        assertThat(told).containsExactly("To sign in, open https://login.example");
        assertThat(reply.isForbidden()).isTrue();
        assertThat(reply.isAbsent()).isFalse();
        assertThat(reply.why()).startsWith("Error from server (Forbidden): nodes");
    }

    @Test
    void anAbsentKindIsNoFailureOfTheCluster() throws IOException {
        assertThat(reply("echo 'error: the server doesn'\"'\"'t have a resource type \"ippools\"' >&2; exit 1")
                        .isAbsent())
                .isTrue();
        assertThat(reply("echo 'Error from server (NotFound): daemonsets.apps \"kube-proxy\" not found' >&2; exit 1")
                        .isAbsent())
                .isTrue();
        assertThat(reply("exit 3").why()).contains("3");
    }

    @Test
    void whatSaysMuchIsReadToItsEnd() throws IOException {
        assertThat(reply("head -c 3000000 /dev/zero | tr '\\0' x; head -c 300000 /dev/zero | tr '\\0' y >&2")
                        .out())
                .hasSize(3_000_000);
    }

    @Test
    void whatHangsIsEndedWithAllThatItStarted() {
        new FakeKubectl(folder, "sleep 3600 & echo $! > '" + folder.resolve("child") + "'; wait");
        Kubectl kubectl = new Kubectl(
                folder.resolve("kubectl"),
                List.of(),
                Map.of("PATH", "/usr/bin:/bin"),
                Duration.ofSeconds(1),
                told::add);

        assertThatThrownBy(() -> kubectl.run(List.of("get", "nodes")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer within 1 s");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ProcessHandle.of(Long.parseLong(
                                Files.readString(folder.resolve("child")).strip()))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    private Reply reply(String body) throws IOException {
        FakeKubectl fake = new FakeKubectl(folder, body);
        return new Kubectl(folder.resolve("kubectl"), List.of(), fake.environment(), Duration.ofSeconds(30), told::add)
                .run(List.of("get", "nodes"));
    }
}
