package io.portafilter.proxy.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogChunkTest {
    private final LogChunk chunk = new LogChunk(8);

    @Test
    void whatAStrangerMadeIsEscapedAsNginxDoes() throws IOException {
        chunk.escaped("a \"b\" \\ \n\t\u0000~\u007f\u00e9\u00ff");

        assertThat(written()).isEqualTo("a \\x22b\\x22 \\x5C \\x0A\\x09\\x00~\\x7F\\xE9\\xFF");
    }

    @Test
    void nobodyCanForgeALine() throws IOException {
        chunk.escaped("x\" 200\r\n127.0.0.1 - - ").endLine();

        assertThat(written().lines()).hasSize(1);
        assertThat(chunk.lines()).isEqualTo(1);
    }

    @Test
    void nothingIsADash() throws IOException {
        chunk.escapedOrDash("").text(" ").escapedOrDash("x");

        assertThat(written()).isEqualTo("- x");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.000", "999999, 0.000", "1000000, 0.001", "1234567890, 1.234", "60000000000, 60.000", "-5, 0.000"})
    void durationsHaveThreeDigitsAfterThePoint(long nanos, String text) throws IOException {
        chunk.seconds(nanos);

        assertThat(written()).isEqualTo(text);
    }

    @Test
    void aChunkGrowsWithWhatIsWritten() throws IOException {
        chunk.text("0123456789").escaped("\"".repeat(1000)).number(Long.MAX_VALUE);

        assertThat(written()).hasSize(10 + 4000 + 19).endsWith("9223372036854775807");
        assertThat(chunk.size()).isEqualTo(4029);
    }

    @Test
    void timesAreThoseOfTheZone() {
        long instant = Instant.parse("2026-03-05T23:59:59.999Z").toEpochMilli();

        assertThat(new LocalTime(ZoneOffset.UTC).at(instant)).isEqualTo("05/Mar/2026:23:59:59 +0000");
        LocalTime tokyo = new LocalTime(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.at(instant)).isEqualTo("06/Mar/2026:08:59:59 +0900");
        assertThat(tokyo.at(instant + 1)).isEqualTo("06/Mar/2026:09:00:00 +0900");
    }

    @ParameterizedTest
    @CsvSource({"alice:secret, alice", "alice:, alice", ":x, ''", "alice, ''"})
    void theUserIsTheNameOfBasicAuthentication(String pair, String user) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(RemoteUser.of("Basic " + encoded)).isEqualTo(user);
        assertThat(RemoteUser.of("basic  " + encoded)).isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer abc", "Basic", "Basic ", "Basic !!!"})
    void otherAuthenticationNamesNobody(String authorization) {
        assertThat(RemoteUser.of(authorization)).isEmpty();
    }

    private String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunk.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
