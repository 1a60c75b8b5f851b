package io.portafilter.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameLinesTest {
    static List<Frame> frames() {
        return Samples.frames();
    }

    @Test
    void eachKindOfFrameHasOneCanonicalLine() {
        Golden.check(
                "frames.jsonl",
                Samples.frames().stream()
                        .map(frame -> new String(FrameLines.write(frame), UTF_8))
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameIsOneLineAndComesBackAsItWas(Frame frame) {
        byte[] line = FrameLines.write(frame);
        assertThat(new String(line, UTF_8)).endsWith("}\n").containsOnlyOnce("\n");
        Frame back = switch (frame) {
            case Frame.Down down -> FrameLines.readDown(line);
            case Frame.Up up -> FrameLines.readUp(line);
        };
        assertThat(back).isEqualTo(frame);
    }

    @Test
    void theLineFeedMayBeGoneAlready() {
        Frame frame = new Frame.Delete(Samples.cluster().key());
        String line = new String(FrameLines.write(frame), UTF_8).strip();
        assertThat(FrameLines.readDown(line.getBytes(UTF_8))).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"frame\":\"applied\",\"contract\":1,\"version\":\"%s\"}",
                "{\"frame\":\"commit\",\"version\":\"short\"}",
                "{\"frame\":\"commit\"}",
                "{\"frame\":\"delete\",\"key\":\"Gateway/x\"}",
                "{\"frame\":\"delete\",\"key\":\"nothing\"}",
                "{\"frame\":\"delete\",\"key\":\"Cluster/x\",\"more\":1}",
                "{\"frame\":\"hello\"}",
                "[]",
                "",
                "\n"
            })
    void whatNoOperatorSaysIsRefused(String line) {
        byte[] bytes = line.formatted("0".repeat(64)).getBytes(UTF_8);
        assertThatThrownBy(() -> FrameLines.readDown(bytes)).isInstanceOf(ContractException.class);
    }

    @Test
    void aPutWhoseDigestIsNotThatOfItsObjectIsRefused() {
        Cluster cluster = Samples.cluster();
        byte[] line = FrameLines.write(new Frame.Put(Digest.of(new byte[0]), cluster));
        assertThatThrownBy(() -> FrameLines.readDown(line))
                .isInstanceOf(ContractException.class)
                .hasMessage("the digest of a put is not that of its object");
    }

    @Test
    void aPutWhoseDigestWouldGoUncheckedIsRefused() {
        Cluster cluster = Samples.cluster();
        String line = new String(FrameLines.write(new Frame.Put(Digest.of(new byte[0]), cluster)), UTF_8);
        String turned =
                "{\"object\":" + line.strip().replaceFirst(".*?\"object\":", "").replaceFirst("}$", "")
                        + ",\"digest\":\"" + Digest.of(new byte[0]) + "\",\"frame\":\"put\"}";
        assertThatThrownBy(() -> FrameLines.readDown(turned.getBytes(UTF_8)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("canonical form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIIEvQ-secret", "{\"frame\":\"put\",\"digest\":\"MIIEvQ-secret", "\"MIIEvQ-secret\""})
    void noMessageQuotesWhatMayBeAPieceOfASecret(String line) {
        assertThatThrownBy(() -> FrameLines.readDown(line.getBytes(UTF_8)))
                .isInstanceOf(ContractException.class)
                .message()
                .doesNotContain("MIIEvQ");
    }

    @Test
    void theDigestOfAPutIsReadWithoutItsObject() {
        Frame.Put put = new Frame.Put(Digest.of(Samples.cluster()), Samples.cluster());
        assertThat(FrameLines.digestOfPut(FrameLines.write(put))).contains(put.digest());
        assertThat(FrameLines.digestOfPut(
                        FrameLines.write(new Frame.Delete(Samples.cluster().key()))))
                .isEmpty();
    }

    @Test
    void aPutThatIsCutOffOrGoesOnIsRefused() {
        String line =
                new String(FrameLines.write(new Frame.Put(Digest.of(Samples.cluster()), Samples.cluster())), UTF_8);
        for (int length = 30; length < line.length() - 2; length += 7) {
            byte[] cut = line.substring(0, length).getBytes(UTF_8);
            assertThatThrownBy(() -> FrameLines.readDown(cut)).isInstanceOf(ContractException.class);
        }
        byte[] longer = line.replace("}\n", ",\"more\":1}\n").getBytes(UTF_8);
        assertThatThrownBy(() -> FrameLines.readDown(longer)).isInstanceOf(ContractException.class);
    }
}
