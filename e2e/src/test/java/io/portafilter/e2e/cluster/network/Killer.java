package io.portafilter.e2e.cluster.network;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portafilter.e2e.cluster.Command;
import io.portafilter.e2e.cluster.Release;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Kills the operator that leads, with SIGKILL, as soon as the API server has noted its n-th write of an apply. */
final class Killer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> VERBS = Set.of("create", "patch", "update", "delete");

    private static final Duration POLL = Duration.ofMillis(5);

    private final Release release;
    private final int write;
    private final CompletableFuture<Boolean> killed;
    private long read;
    private int seen;
    private volatile boolean enough;

    private Killer(Release release, int write) {
        this.release = release;
        this.write = write;
        this.read = log().length();
        this.killed = CompletableFuture.supplyAsync(
                this::watch, Thread::startVirtualThread); // the pool's threads are the client's
    }

    /** Begins to count now. */
    static Killer atWrite(Release release, int write) {
        return new Killer(release, write);
    }

    /** Ends the wait; whether there were so many writes. */
    boolean hasKilled() {
        enough = true;
        return killed.join();
    }

    private boolean watch() {
        await().pollInterval(POLL).forever().until(() -> {
            boolean last = enough;
            return countNew() >= write || last;
        });
        if (seen < write) {
            return false;
        }
        kill();
        return true;
    }

    private int countNew() {
        byte[] bytes = log().from(read);
        int end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
        read += end;
        new String(bytes, 0, end, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(release.operatorUser()))
                .forEach(line -> seen += isWrite(line) ? 1 : 0);
        return seen;
    }

    private boolean isWrite(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            String resource = event.at("/objectRef/resource").asText();
            return event.at("/user/username").asText().equals(release.operatorUser())
                    && VERBS.contains(event.path("verb").asText())
                    && resource.equals("configmaps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        String pod = release.cluster()
                .client()
                .leases()
                .inNamespace(release.namespace())
                .withName(release.namespace() + "-leader")
                .require()
                .getSpec()
                .getHolderIdentity();
        Command.script("kill-container", release.namespace(), pod, "operator");
        release.cluster()
                .client()
                .pods()
                .inNamespace(release.namespace())
                .withName(pod)
                .withGracePeriod(0)
                .delete();
    }

    private static Log log() {
        return new Log(Optional.ofNullable(System.getenv("E2E_AUDIT_LOG")).orElseThrow());
    }

    private record Log(String file) {
        long length() {
            try (RandomAccessFile open = new RandomAccessFile(file, "r")) {
                return open.length();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] from(long position) {
            try (RandomAccessFile open = new RandomAccessFile(file, "r")) {
                byte[] bytes = new byte[Math.toIntExact(Math.max(0, open.length() - position))];
                open.seek(position);
                open.readFully(bytes);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        enough = true;
    }
}
