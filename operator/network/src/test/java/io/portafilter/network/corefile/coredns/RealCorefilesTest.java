package io.portafilter.network.corefile.coredns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.GoldenSettings;
import io.portafilter.network.corefile.suite.Broken;
import io.portafilter.network.corefile.suite.BrokenInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we render CoreDNS loads; what we refuse it refuses, or starts with to nobody's good. */
@Tag("coredns")
class RealCorefilesTest {
    private static final CorefileRenderer RENDERER =
            new CorefileRenderer(CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7))));

    @TempDir
    private Path folder;

    private ApiStub api;

    @BeforeEach
    void startApi() throws IOException {
        CoreDnsProcess.binary();
        api = ApiStub.start();
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    static Set<String> golden() {
        return GoldenSettings.all().keySet();
    }

    static List<Broken> broken() {
        return BrokenInputs.all().stream()
                .filter(input -> input.inCoreDns() != Broken.InCoreDns.ELSEWHERE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyGoldenCorefileIsLoaded(String name) throws IOException {
        String text = RENDERER.render(GoldenSettings.of(name)).text().orElseThrow();

        try (CoreDnsProcess coreDns =
                CoreDnsProcess.start(folder, Loopback.free(api.url()).move(text, Map.of()))) {
            assertThat(coreDns.log()).doesNotContain("[FATAL]", "Failed to", "panic");
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenOneIsRefusedByCoreDnsOrStartsWithoutAWord(Broken broken) throws IOException {
        int dns = Loopback.port();
        int http = Loopback.port();
        Map<String, String> files = new HashMap<>();
        broken.files().forEach((path, text) -> files.put(path, text.replace("@DNS@", Integer.toString(dns))));

        try (CoreDnsProcess coreDns = CoreDnsProcess.launch(folder, broken.text(dns, http, api.url()), files)) {
            coreDns.awaitOutcome();

            boolean refused = broken.inCoreDns() == Broken.InCoreDns.REFUSES;
            assertThat(coreDns.exitCode()).as(coreDns.log()).isEqualTo(refused ? 1 : -1);
        }
    }
}
