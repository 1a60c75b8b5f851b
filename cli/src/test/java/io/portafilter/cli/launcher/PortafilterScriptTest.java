package io.portafilter.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout whose Maven is a script that notes each build. */
class PortafilterScriptTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<String> MODULES =
            List.of("contract", "operator/snapshot", "operator/compiler", "ingress-proxy", "cli");

    @TempDir
    private Path folder;

    private Path checkout = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        checkout = Files.createDirectory(folder.resolve("check out"));
        copy("portafilter");
        copy("bin/find-jdk");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        for (String module : MODULES) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main/java"));
            Files.createDirectories(checkout.resolve(module).resolve("src/test/java"));
            Files.writeString(checkout.resolve(module).resolve("pom.xml"), "<project/>");
            Files.writeString(source(module), "class Main {}");
        }
        Script.write(checkout.resolve("mvnw"), """
                echo "$@" >>"%1$s/builds"
                mkdir -p "%1$s/cli/target/portafilter/lib"
                touch "%1$s/cli/target/portafilter/lib/b.jar" "%1$s/cli/target/portafilter/lib/A.jar"
                """.formatted(checkout));
        makeOld();
    }

    @Test
    void theFirstRunBuildsAndBecomesTheJvm() {
        Script first = run("check", "a folder");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).startsWith("portafilter: building").hasLineCount(1);
        assertThat(first.out())
                .startsWith("java ")
                .contains("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED")
                .endsWith(" io.portafilter.cli.Main check a folder\n")
                .containsPattern(
                        "-cp \\S*/check out/\\.portafilter/build\\.\\w+/lib/A\\.jar:\\S*/check out/\\S*/lib/b\\.jar ");
        assertThat(builds()).singleElement().asString().contains("-pl cli -am", "-Dmaven.test.skip=true", "package");
    }

    @Test
    void withoutChangesNothingIsBuilt() {
        run();

        assertThat(run().err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void aChangedSourceOfAnyModuleIsBuilt() throws IOException {
        run();
        for (String module : MODULES) {
            makeOld();
            Files.setLastModifiedTime(source(module), inAMoment());
            run();
        }

        assertThat(builds()).hasSize(1 + MODULES.size());
    }

    @Test
    void aChangedPomIsBuilt() throws IOException {
        run();
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), inAMoment());
        run();

        assertThat(builds()).hasSize(2);
    }

    @Test
    void aSourceThatIsGoneIsBuilt() throws IOException {
        run();
        makeOld();
        Files.delete(source("contract"));
        Files.setLastModifiedTime(source("contract").resolveSibling(""), inAMoment());
        run();

        assertThat(builds()).hasSize(2);
    }

    @Test
    void testsAndBuildResultsDoNotMatter() throws IOException {
        run();
        Files.setLastModifiedTime(
                Files.writeString(checkout.resolve("cli/src/test/java/MainTest.java"), ""), inAMoment());
        Path generated = Files.createDirectories(checkout.resolve("cli/target/src/main/java"));
        Files.setLastModifiedTime(Files.writeString(generated.resolve("Main.java"), ""), inAMoment());
        run();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void aFailedBuildShowsWhyAndIsTriedAgain() {
        Script.write(checkout.resolve("mvnw"), "echo \"[ERROR] no such symbol\"; exit 1");

        Script failed = run();

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("[ERROR] no such symbol").endsWith("portafilter: the build failed\n");
        assertThat(failed.out()).isEmpty();
        assertThat(run().exitCode()).isEqualTo(1);
    }

    @Test
    void theBuildBeforeStaysForWhoStillRunsIt() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.setLastModifiedTime(checkout.resolve("pom.xml"), inAMoment());
            run();
        }

        try (Stream<Path> kept = Files.list(checkout.resolve(".portafilter"))) {
            assertThat(kept.filter(Files::isDirectory)).hasSize(2);
        }
    }

    @Test
    void classesArePreparedOnceAndUsedFromThenOn() {
        Path jdk = Script.jdk(folder.resolve("jdk"), "25.0.3");
        Script.write(jdk.resolve("bin/java"), """
                echo java "$@"
                for a in "$@"; do case $a in -XX:AOTCacheOutput=*) touch "${a#*=}" ;; esac; done
                """);
        Map<String, String> environment =
                Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString(), "JAVA_HOME", jdk.toString());

        Script run = Script.run(checkout.resolve("portafilter"), environment, "--version");

        assertThat(run.out())
                .hasLineCount(1)
                .containsPattern("-XX:AOTCache=\\S*/check out/\\.portafilter/\\S*/app\\.aot ");
    }

    @Test
    void aLinkToItWorksFromAnywhere() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("pf"), Path.of("check out/portafilter"));

        assertThat(Script.run(link, environment(), "--version").out()).endsWith("io.portafilter.cli.Main --version\n");
    }

    private Script run(String... arguments) {
        return Script.run(checkout.resolve("portafilter"), environment(), arguments);
    }

    private Map<String, String> environment() {
        Path jdk = Script.jdk(folder.resolve("jdk"), "25.0.3");
        return Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString(), "JAVA_HOME", jdk.toString());
    }

    private List<String> builds() {
        try {
            return Files.readAllLines(checkout.resolve("builds"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path source(String module) {
        return checkout.resolve(module).resolve("src/main/java/Main.java");
    }

    /** Later than any build so far, whatever the file system's resolution. */
    private static FileTime inAMoment() {
        return FileTime.from(Instant.now().plusSeconds(2));
    }

    private void makeOld() throws IOException {
        try (Stream<Path> all = Files.walk(checkout)) {
            for (Path path : all.filter(each -> !each.toString().contains(".portafilter"))
                    .toList()) {
                Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
            }
        }
    }

    private void copy(String script) throws IOException {
        Path target = checkout.resolve(script);
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(Script.project(script), target);
        target.toFile().setExecutable(true);
    }
}
