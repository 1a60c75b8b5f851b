package io.portafilter.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvnwTest {
    private static final Path MVNW = Script.project("mvnw");

    @TempDir
    private Path folder;

    private Path jdk = Path.of("");
    private Path dists = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        jdk = Script.jdk(folder.resolve("jdk"), "25.0.3");
        dists = folder.resolve("user home/wrapper/dists/apache-maven-3.9.16-bin/portafilter");
        Script.write(folder.resolve("bin/curl"), "exit 22");
        Script.write(folder.resolve("bin/wget"), "exit 8");
    }

    @Test
    void theMavenInTheCacheRunsOnTheJdkThatWasFound() {
        Script.write(dists.resolve("apache-maven-3.9.16/bin/mvn"), "echo \"$JAVA_HOME: $*\"");

        Script mvnw = run("-v", "a b");

        assertThat(mvnw.out()).isEqualTo(jdk + ": -v a b\n");
        assertThat(mvnw.err()).isEmpty();
    }

    @Test
    void whatIsNotTheReleaseIsNeverUnpacked() throws IOException {
        Script.write(
                folder.resolve("bin/mvn"),
                "for a in \"$@\"; do case $a in -DoutputDirectory=*)"
                        + " echo evil > \"${a#*=}/apache-maven-3.9.16-bin.zip\" ;; esac; done");

        Script mvnw = run("-v");

        assertThat(mvnw.exitCode()).isEqualTo(1);
        assertThat(mvnw.err()).contains("what came is not Maven 3.9.16: its SHA-512 is ");
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void whenMavenCannotBeFetchedItSaysWhatToDo() throws IOException {
        Script.write(folder.resolve("bin/mvn"), "echo no route to the mirror; exit 1");

        Script mvnw = run("-v");

        assertThat(mvnw.exitCode()).isEqualTo(1);
        assertThat(mvnw.err())
                .contains("the installed Maven could not fetch it:\nno route to the mirror\n")
                .contains("downloading https://archive.apache.org/dist/maven/")
                .contains("unpack apache-maven-3.9.16-bin.zip to " + dists);
        assertThat(filesLeft()).isEmpty();
    }

    private Script run(String... arguments) {
        return Script.run(
                MVNW,
                Map.of(
                        "PATH", folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME", folder.toString(),
                        "MAVEN_USER_HOME", folder.resolve("user home").toString(),
                        "JAVA_HOME", jdk.toString()),
                arguments);
    }

    private Stream<Path> filesLeft() throws IOException {
        try (Stream<Path> files = Files.walk(dists)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
