package io.portafilter.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindJdkTest {
    private static final Path FIND_JDK = Script.project("bin/find-jdk");
    private static final String PATH = "/usr/bin:/bin";

    @TempDir
    private Path folder;

    @Test
    void javaHomeWinsWhenItIsNewEnough() {
        Path old = Script.jdk(folder.resolve("25"), "25.0.1");
        Path mine = Script.jdk(folder.resolve("mine"), "26");

        assertThat(find(Map.of("PATH", PATH, "JAVA_HOME", mine.toString()), old).out())
                .isEqualTo(mine + "\n");
    }

    @Test
    void anOldJavaHomeIsPassedOver() {
        Path mine = Script.jdk(folder.resolve("mine"), "17.0.15");
        Path good = Script.jdk(folder.resolve("good"), "25.0.3");

        assertThat(find(Map.of("PATH", PATH, "JAVA_HOME", mine.toString()), mine, good)
                        .out())
                .isEqualTo(good + "\n");
    }

    @Test
    void ofSeveralTheOldestThatWillDoIsTaken() {
        Path newest = Script.jdk(folder.resolve("a"), "27-ea");
        Path tooOld = Script.jdk(folder.resolve("b"), "1.8.0_402");
        Path oldest = Script.jdk(folder.resolve("c"), "25");
        Path other = Script.jdk(folder.resolve("d"), "25.0.3");

        assertThat(find(Map.of("PATH", PATH), newest, tooOld, oldest, other).out())
                .isEqualTo(oldest + "\n");
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws IOException {
        Path runtime = Script.jdk(folder.resolve("jre"), "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(find(Map.of("PATH", PATH), runtime).exitCode()).isEqualTo(1);
    }

    @Test
    void aJdkWithoutReleaseFileIsAsked() throws IOException {
        Path jdk = Script.jdk(folder.resolve("with space"), "25.0.3");
        Files.delete(jdk.resolve("release"));

        assertThat(find(Map.of("PATH", PATH), jdk).out()).isEqualTo(jdk + "\n");
    }

    @Test
    void withoutFoldersTheUsualOnesAreLookedAtEvenWithoutAHome() {
        Script found = find(Map.of("PATH", PATH));

        assertThat(found.err()).doesNotContain("parameter not set", "unbound");
        assertThat(found.out().isEmpty()).isEqualTo(found.exitCode() != 0);
    }

    @Test
    void whenThereIsNoneItSaysWhatWasFoundAndHowToGetOne() {
        Path old = Script.jdk(folder.resolve("old"), "17.0.15");

        Script found = find(Map.of("PATH", PATH), old, folder.resolve("not-there"));

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out()).isEmpty();
        assertThat(found.err())
                .startsWith("Portafilter needs a JDK 25 or later, and none was found.\n")
                .contains("17 at " + old)
                .contains("apt-get install", "dnf install", "brew install", "sdk install", "export JAVA_HOME=");
    }

    private static Script find(Map<String, String> environment, Path... folders) {
        String[] arguments = new String[folders.length];
        for (int i = 0; i < folders.length; i++) {
            arguments[i] = folders[i].toString();
        }
        return Script.run(FIND_JDK, environment, arguments);
    }
}
