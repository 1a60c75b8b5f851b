package io.portafilter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String SHOP = Path.of("..", "examples", "shop").toString();

    @TempDir
    private Path folder;

    @Test
    void anExplanationBeginsWithTheAnswerAndNamesWhoDecidedWhat() {
        Cli explain = Cli.run("explain", SHOP, "https://shop.localhost/wear/hats?size=m");

        assertThat(explain.exitCode()).isZero();
        assertThat(explain.err()).isEmpty();
        Golden.assertSame("explain-shop.txt", explain.out());
    }

    @Test
    void annotationsConfigMapsAliasesAndCanariesAreNamedAsOrigins() throws IOException {
        Files.copy(Path.of("src", "test", "resources", "explain", "origins.yaml"), folder.resolve("origins.yaml"));

        Cli explain = Cli.run("explain", folder.toString(), "https://WWW.web.example.com:8443/api%2Fv1/", "-X", "POST");

        Golden.assertSame("explain-origins.txt", explain.out().replace(folder.toString(), "FOLDER"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://wear.localhost/            | It is forwarded to Service shop/wear, port http, which has 2 endpoints.",
                "wear.localhost                    | It is forwarded to Service shop/wear, port http, which has 2 endpoints.",
                "http://shop.localhost/wear        | It is redirected (308) to HTTPS, because ssl-redirect is on (by default) and the host has a certificate.",
                "https://shop.localhost/weary      | It is answered 404: no rule of this host takes it, and nobody names a default backend for it.",
                "http://nobody.localhost/          | It is forwarded to Service shop/front, port http, which has 1 endpoint.",
                "http://nobody.localhost/healthz   | It is answered 200 by the proxy itself.",
                "http://wear.localhost/../etc      | It is answered 400: path that leaves the root.",
            })
    void theAnswerIsASentence(String url, String sentence) {
        assertThat(Cli.run("explain", SHOP, url).out().lines().skip(2).findFirst())
                .hasValue(sentence);
    }

    @Test
    void theHostHeaderTakesThePlaceOfTheUrls() {
        Cli explain =
                Cli.run("explain", SHOP, "http://127.0.0.1:8080/x", "-H", "Accept: */*", "-H", "host: video.localhost");

        assertThat(explain.out()).startsWith("GET http://video.localhost/x\n").contains("Service shop/video");
    }

    @Test
    void aRuleThatEndsInASlashRedirects() {
        String manifest = Cli.run("manifest", "a.localhost/p/", "127.0.0.1:9").out();

        assertThat(Cli.runWithInput(manifest, "explain", "-", "http://a.localhost/p")
                        .out())
                .contains("It is redirected (301) to the same path with a slash at its end");
    }

    @Test
    void aServiceWithoutEndpointsIsSaidToBeSo() {
        String manifest = Cli.run("manifest", "a.localhost", "127.0.0.1:9").out();
        String withoutSlice = manifest.substring(0, manifest.lastIndexOf("---"));

        assertThat(Cli.runWithInput(withoutSlice, "explain", "-", "http://a.localhost/")
                        .out())
                .contains("It is answered 503: Service default/a-localhost, port 9, has no endpoint that is ready.")
                .contains("endpoint                 none is ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.localhost/", "/path", "http:///path"})
    void aUrlThatNamesNoHttpHostIsAUsageError(String url) {
        Cli explain = Cli.run("explain", SHOP, url);

        assertThat(explain.exitCode()).isEqualTo(2);
        assertThat(explain.err()).startsWith("\"" + url + "\" ");
    }

    @Test
    void aHeaderWithoutColonIsAUsageError() {
        Cli explain = Cli.run("explain", SHOP, "http://a.localhost/", "-H", "Host");

        assertThat(explain.exitCode()).isEqualTo(2);
        assertThat(explain.err()).startsWith("\"Host\" is not a header");
    }
}
