package io.portafilter.network.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/network/coverage.md is made of the tests. */
class CoverageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("project.dir", "../..")).resolve("docs/network/coverage.md");
    private static final List<Class<?>> TESTS =
            List.of(DnsRowsTest.class, NetworkRowsTest.class, ServiceRowsTest.class);

    @Test
    void thePageNamesEveryRowWithItsTest() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).hasContent(page());
    }

    @Test
    void everyRowThatCanBeShownWithoutAClusterIsShown() {
        Set<Integer> wanted = Stream.of(
                        IntStream.rangeClosed(1, 12),
                        IntStream.rangeClosed(15, 17),
                        IntStream.rangeClosed(23, 27),
                        IntStream.rangeClosed(37, 46),
                        IntStream.rangeClosed(51, 53))
                .flatMap(IntStream::boxed)
                .collect(Collectors.toSet());
        assertThat(rows().keySet()).isEqualTo(wanted);
    }

    private static SortedMap<Integer, Method> rows() {
        SortedMap<Integer, Method> rows = new TreeMap<>();
        for (Class<?> test : TESTS) {
            for (Method method : test.getDeclaredMethods()) {
                Row row = method.getAnnotation(Row.class);
                if (row != null) {
                    assertThat(rows.put(row.value(), method))
                            .as("row %s twice", row.value())
                            .isNull();
                }
            }
        }
        return rows;
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # What an administrator meets, and the test that shows what we make of it

                Made from the tests; do not edit. Each test has a fixture, what comes out of it, and a broken twin of the fixture that must come
                out differently. The last column is what only a live cluster can show.

                | row | what | test | remains |
                |---|---|---|---|
                """);
        rows().forEach((number, method) -> {
            Row row = method.getAnnotation(Row.class);
            if (row != null) {
                page.append("| ")
                        .append(number)
                        .append(" | ")
                        .append(row.system())
                        .append(" | `")
                        .append(method.getDeclaringClass().getSimpleName())
                        .append("`: ")
                        .append(sentence(method.getName()))
                        .append(" | ")
                        .append(row.remains())
                        .append(" |\n");
            }
        });
        return page.toString();
    }

    private static String sentence(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
