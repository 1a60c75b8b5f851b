package io.portafilter.cli.kubectl;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads what a process prints on both of its outputs while it runs. */
final class ReplyReader implements AutoCloseable {
    /** Lines that are told in our own words: kubectl's errors and its library's log. */
    private static final Pattern ERROR =
            Pattern.compile("(?i)error.*|[EWIF][0-9]{4} .*|unable to connect.*|the connection to .*");

    private final Process process;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> errors = new ArrayList<>();
    private final Thread outReader;
    private final Thread errorReader;

    ReplyReader(Process process, Consumer<String> told) {
        this.process = process;
        outReader = Thread.ofVirtual().start(this::readOut);
        errorReader = Thread.ofVirtual().start(() -> readErrors(told));
    }

    private void readOut() {
        try {
            process.getInputStream().transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readErrors(Consumer<String> told) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (ERROR.matcher(line).matches()) {
                    errors.add(line);
                } else {
                    told.accept(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of standard output; waits for its end. */
    ByteArrayOutputStream out() throws InterruptedException {
        outReader.join();
        return out;
    }

    /** The errors; waits for their end. */
    List<String> errors() throws InterruptedException {
        errorReader.join();
        return errors;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
