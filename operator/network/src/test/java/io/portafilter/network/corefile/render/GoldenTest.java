package io.portafilter.network.corefile.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.form.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings and the Corefiles that they become, reviewed as text. Written anew with {@code -Dgolden.update=true}. */
class GoldenTest {
    private static final Path FOLDER = Path.of(System.getProperty("project.dir", "../.."))
            .resolve("operator/network/src/test/resources/io/portafilter/network/corefile/render");

    static Set<String> names() {
        return GoldenSettings.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void settingsBecomeThisText(String name) throws IOException {
        CorefileRenderer renderer = new CorefileRenderer(CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7))));
        CorefileRenderer.Rendered rendered = renderer.render(GoldenSettings.of(name));
        assertThat(rendered.text()).as(rendered.problems().toString()).isPresent();
        String text = rendered.text().orElseThrow();
        Path file = FOLDER.resolve(name + ".corefile");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void everyTextHasItsSettings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".corefile", "")))
                    .containsExactlyInAnyOrderElementsOf(names())
                    .hasSizeGreaterThanOrEqualTo(30);
        }
    }
}
