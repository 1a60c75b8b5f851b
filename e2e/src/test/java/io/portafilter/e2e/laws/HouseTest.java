package io.portafilter.e2e.laws;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whether the house stands as its plan says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
    private final JavaClasses classes = House.classes();
    private final List<Path> sources = House.sources();

    @Test
    void theClassesOfEveryModuleAreLookedAt() {
        assertThat(classes.stream().map(JavaClass::getPackageName))
                .contains("io.portafilter.contract", "io.portafilter.snapshot", "io.portafilter.compiler.incremental")
                .noneMatch(name -> name.startsWith("io.portafilter.e2e"));
        assertThat(sources).hasSizeGreaterThan(50);
    }

    @Test
    void packagesKeepToTheArrowsOfTheTable() {
        Laws.arrows(House.plan()).check(classes);
    }

    @Test
    void noPackagesFormACycle() {
        Laws.noCycles(House.ROOT).check(classes);
    }

    @Test
    void snapshotCompilerAndNetworkReachNothingOutside() {
        DescribedPredicate<JavaClass> folder = resideInAPackage("io.portafilter.snapshot.folder..");
        Laws.pure(resideInAnyPackage(
                                "io.portafilter.snapshot..",
                                "io.portafilter.compiler..",
                                "io.portafilter.network..",
                                "io.portafilter.contract")
                        .and(DescribedPredicate.not(folder)))
                .check(classes);
    }

    @Test
    void noStaticIsMutable() {
        Laws.noMutableStatic().check(classes);
    }

    @Test
    void everyClassIsClosed() {
        Laws.closed().check(classes);
    }

    @Test
    void accessorsAreNamedAfterWhatTheyGive() {
        Laws.noGetters().check(classes);
    }

    @Test
    void everyPackageSaysWhatLivesThere() {
        assertThat(SourceLaws.packagesWithoutInfo(sources)).isEmpty();
    }

    @Test
    void filesAreShort() {
        assertThat(SourceLaws.tooLong(sources)).isEmpty();
    }
}
