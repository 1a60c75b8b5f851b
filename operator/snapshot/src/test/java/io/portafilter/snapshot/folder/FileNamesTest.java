package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.yml", "a.json", "a b.yaml", "4913.yaml"})
    void manifestsAreKnownByTheirNames(String name) {
        assertThat(FileNames.isManifest(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a.yaml",
                "..data",
                ".#a.yaml",
                "#a.yaml#",
                "a.yaml~",
                ".a.yaml.swp",
                "a.yaml.swp",
                "4913",
                "a.YAML",
                "a.txt",
                "yaml",
                "a.yaml.bak",
                ".a.yaml.swx",
                "a.yaml.tmp"
            })
    void whatEditorsAndKubeletLeaveIsNoManifest(String name) {
        assertThat(FileNames.isManifest(name)).isFalse();
    }

    @Test
    void namesSortByTheirUtf8Bytes() {
        List<String> names =
                List.of("", "B", "a", "a-b", "a.b", "a/b", "ab", "é", "\uE000", "\uFFFD", "😀", "😁", "😀a");
        List<String> byBytes = names.stream()
                .sorted((a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(Stream.of("😁", "ab", "\uFFFD", "é", "😀a", "a/b", "B", "😀", "", "a.b", "\uE000", "a", "a-b")
                        .sorted(FileNames.BYTE_ORDER))
                .isEqualTo(byBytes);
    }
}
