package io.portafilter.e2e.laws;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the laws are asked of: the product's classes, its sources and its plan. */
final class House {
    static final String ROOT = "io.portafilter";

    private House() {}

    /** Every class of every module, tests left out. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    /** The table of docs/architecture.md. */
    static Plan plan() {
        return Plan.parse(read(project().resolve("docs/architecture.md")));
    }

    /** Every main source file of every module. */
    static List<Path> sources() {
        Path main = Path.of("src", "main", "java");
        return javaFiles(project()).stream()
                .filter(file -> project().relativize(file).toString().contains(main.toString()))
                .toList();
    }

    /** Every Java file below a folder, in byte order. */
    static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path project() {
        return Path.of(System.getProperty("project.dir", ".."));
    }
}
