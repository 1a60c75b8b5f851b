package io.portafilter.contract.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBufferTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void linesAreTheSameHoweverTheyArrive(int chunk) throws BrokenStream {
        byte[] bytes = "first\n\nthird, längere\nunfinished".getBytes(UTF_8);
        LineBuffer buffer = new LineBuffer(50);
        List<String> lines = new ArrayList<>();

        for (int at = 0; at < bytes.length; at += chunk) {
            ByteBuffer in = ByteBuffer.wrap(bytes, at, Math.min(chunk, bytes.length - at));
            for (Optional<byte[]> line = buffer.take(in); line.isPresent(); line = buffer.take(in)) {
                lines.add(new String(line.get(), UTF_8));
            }
            assertThat(in.hasRemaining()).isFalse();
        }

        assertThat(lines).containsExactly("first", "", "third, längere");
        assertThat(new String(buffer.rest(), UTF_8)).isEqualTo("unfinished");
    }

    @Test
    void aLineAsLongAsTheLimitIsTakenAndALongerOneIsNot() throws BrokenStream {
        LineBuffer buffer = new LineBuffer(100_000);
        byte[] line = "x".repeat(100_000).getBytes(UTF_8);

        assertThat(buffer.take(ByteBuffer.wrap(line))).isEmpty();
        assertThat(buffer.take(ByteBuffer.wrap("\n".getBytes(UTF_8)))).contains(line);
        assertThat(buffer.take(ByteBuffer.wrap(line))).isEmpty();
        assertThatThrownBy(() -> buffer.take(ByteBuffer.wrap("y\n".getBytes(UTF_8))))
                .isInstanceOf(BrokenStream.class)
                .hasMessage("a line is longer than 100000 bytes");
    }
}
