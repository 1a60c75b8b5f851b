package io.portafilter.controller.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** Each write has to be taken in time. */
final class DeadlineOutput extends FilterOutputStream {
    private final Deadlines deadlines;
    private final Duration time;
    private final Socket raw;

    DeadlineOutput(OutputStream out, Deadlines deadlines, Duration time, Socket raw) {
        super(out);
        this.deadlines = deadlines;
        this.time = time;
        this.raw = raw;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try (Deadlines.Deadline _ = deadlines.within(time, raw)) {
            out.write(bytes, offset, length);
        }
    }
}
