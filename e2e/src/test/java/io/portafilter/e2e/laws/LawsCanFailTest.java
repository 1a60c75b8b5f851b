package io.portafilter.e2e.laws;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A law that nobody can break proves nothing: each is shown a house that breaks it. */
class LawsCanFailTest {
    private static final String FIXTURE = "io.portafilter.e2e.laws.fixture";

    @Test
    void anArrowThatTheTableDoesNotHave() {
        Plan plan = Plan.parse("""
                | folder | package | what lives there | knows |
                |---|---|---|---|
                | `a/` | `io.portafilter.e2e.laws.fixture.low` | a cellar | – |
                | | `….e2e.laws.fixture.high` | an attic | low |
                """);
        assertThat(violations(Laws.arrows(plan)))
                .anyMatch(text -> text.contains("fixture.low may not know " + FIXTURE + ".high"))
                .anyMatch(text -> text.contains("Shed lives in a package that docs/architecture.md does not list"))
                .noneMatch(text -> text.contains("fixture.high may not know"));
    }

    @Test
    void aCycle() {
        assertThat(violations(Laws.noCycles(FIXTURE))).anyMatch(text -> text.contains("Cycle detected"));
    }

    @Test
    void aClassThatTouchesTheWorld() {
        List<String> violations = violations(Laws.pure(alwaysTrue()));
        for (String method : List.of("now", "ticks", "clock", "chance", "log", "thread", "file")) {
            assertThat(violations).as(method).anyMatch(text -> text.contains("Worldly." + method + "()"));
        }
        assertThat(violations).noneMatch(text -> text.contains("harmless"));
    }

    @Test
    void stateThatBelongsToNobody() {
        List<String> violations = violations(Laws.noMutableStatic());
        for (String field : List.of("open", "ARRAY", "COUNTER", "HIDDEN_LIST", "HIDDEN_MAP")) {
            assertThat(violations).as(field).anyMatch(text -> text.contains("Shared." + field));
        }
        assertThat(violations).noneMatch(text -> text.contains("FIXED") || text.contains("TEXT"));
    }

    @Test
    void aClassThatAnybodyCanExtend() {
        assertThat(violations(Laws.closed())).anyMatch(text -> text.contains("fixture.Open can be extended"));
    }

    @Test
    void anAccessorNamedLikeABeans() {
        assertThat(violations(Laws.noGetters()))
                .anyMatch(text -> text.contains("Open.getName()"))
                .noneMatch(text -> text.contains("Open.get()") || text.contains("getMessage"));
    }

    @Test
    void aPackageThatSaysNothing(@TempDir Path folder) throws IOException {
        Path silent = file(folder, "silent/A.java", "class A {}");
        Path bare = file(folder, "bare/package-info.java", "package bare;");
        Path good = file(folder, "good/package-info.java", "/** Bytes live here. */\n@NullMarked package good;");
        assertThat(SourceLaws.packagesWithoutInfo(List.of(silent, bare, good)))
                .anyMatch(text -> text.contains("silent has no package-info.java"))
                .anyMatch(text -> text.contains("bare/package-info.java is not @NullMarked"))
                .anyMatch(text -> text.contains("bare/package-info.java has no sentence"))
                .noneMatch(text -> text.contains("good"));
    }

    @Test
    void filesThatNobodyReadsToTheEnd(@TempDir Path folder) throws IOException {
        Path endless = file(folder, "A.java", "\n".repeat(501));
        Path longish = file(folder, "B.java", "\n".repeat(81));
        Path small = file(folder, "C.java", "class C {}");
        assertThat(SourceLaws.tooLong(List.of(endless, longish, small)))
                .anyMatch(text -> text.contains("A.java has 501 lines"))
                .anyMatch(text -> text.contains("the median of all source files is 81 lines"));
        assertThat(SourceLaws.tooLong(List.of(small))).isEmpty();
    }

    @Test
    void aTableThatNamesNobody() {
        assertThatThrownBy(() -> Plan.parse("| `a/` | `io.portafilter.a` | words | nobody |"))
                .hasMessageContaining("io.portafilter.a knows \"nobody\"");
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackages(FIXTURE))
                .getFailureReport()
                .getDetails();
    }

    private static Path file(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
