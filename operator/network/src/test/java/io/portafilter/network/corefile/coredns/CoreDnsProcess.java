package io.portafilter.network.corefile.coredns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** A real CoreDNS on a Corefile of its own. */
final class CoreDnsProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path folder;

    private CoreDnsProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** The binary; whoever asks for these tests has made it. */
    static Path binary() {
        Path binary = Path.of(System.getProperty(
                "coredns", System.getProperty("user.home") + "/.cache/portafilter/bin/coredns-default"));
        if (!Files.isExecutable(binary)) {
            throw new IllegalStateException("no CoreDNS at " + binary + ": e2e/cluster/build coredns-default makes it");
        }
        return binary;
    }

    /** Starts it, and does not wait. */
    static CoreDnsProcess launch(Path folder, String corefile, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(folder.resolve("Corefile"), corefile);
        ProcessBuilder builder = new ProcessBuilder(binary().toString(), "-conf", "Corefile")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().clear();
        return new CoreDnsProcess(builder.start(), folder);
    }

    /** Starts it, and waits until it serves. */
    static CoreDnsProcess start(Path folder, String corefile) throws IOException {
        CoreDnsProcess process = launch(folder, corefile, Map.of());
        process.awaitOutcome();
        if (!process.started()) {
            String log = process.log();
            process.close();
            throw new AssertionError(log + "\n" + corefile);
        }
        return process;
    }

    /** Waits until it serves or has ended. */
    void awaitOutcome() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> started() || !process.isAlive());
    }

    boolean started() {
        return process.isAlive() && log().contains("\nCoreDNS-");
    }

    /** Its exit code, or -1 while it lives. */
    int exitCode() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    String log() {
        try {
            return "\n" + Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces its Corefile as the kubelet does: in one step. */
    void rewrite(String corefile) throws IOException {
        Path next = Files.writeString(folder.resolve("Corefile.next"), corefile);
        Files.move(next, folder.resolve("Corefile"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends it at once: a lame duck would live on for seconds. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
