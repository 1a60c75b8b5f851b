package io.portafilter.controller.stream;

import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One step as it goes over the wire: written once, shared by everybody who needs it.
 *
 * @param before the version that a proxy must have
 * @param after the version that it has then
 * @param lines one a frame, the last one a commit; nobody changes the arrays
 * @param bytes the length of all lines
 */
record StepLines(Version before, Version after, List<byte[]> lines, long bytes) {
    static StepLines of(Version before, Version after, List<Frame.Down> frames) {
        List<byte[]> lines = frames.stream().map(FrameLines::write).toList();
        return new StepLines(
                before,
                after,
                lines,
                lines.stream().mapToLong(line -> line.length).sum());
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] line : lines) {
            out.write(line);
        }
    }
}
