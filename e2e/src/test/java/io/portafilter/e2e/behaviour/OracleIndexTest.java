package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OracleIndexTest {
    @TempDir
    Path root;

    @BeforeEach
    void exceptions() throws IOException {
        Files.writeString(root.resolve("later.yaml"), """
                - {case: auth, later: not built}
                - {case: hosts, requests: [1], later: not built}
                - case: hosts
                  requests: [2]
                  differs: We say no.
                  status: 404
                """);
    }

    @Test
    void onlyRequestsThatMustComeToSomethingCount() throws IOException {
        Files.createDirectory(root.resolve("answers"));
        Files.writeString(root.resolve("answers/hosts.json"), "{\"answers\": [{}, {}, {}]}");
        Files.writeString(root.resolve("answers/auth.json"), "{\"answers\": [{}]}");

        OracleIndex index = index();

        assertThat(index.asserts("hosts", 0)).isTrue();
        assertThat(index.asserts("hosts", 1)).as("later").isFalse();
        assertThat(index.asserts("hosts", 2)).as("differs on purpose").isTrue();
        assertThat(index.asserts("hosts", 3)).as("no such request").isFalse();
        assertThat(index.asserts("auth", 0)).as("all of the case is later").isFalse();
        assertThat(index.asserts("paths", 0)).as("no such case").isFalse();
    }

    @Test
    void withoutTheRecordingsOnlyTheExceptionsAreKnown() throws IOException {
        assertThat(index().asserts("hosts", 700)).isTrue();
        assertThat(index().asserts("hosts", 1)).isFalse();
        assertThat(index().asserts("auth", 0)).isFalse();
    }

    private OracleIndex index() throws IOException {
        return OracleIndex.read(root.resolve("answers"), root.resolve("later.yaml"));
    }
}
