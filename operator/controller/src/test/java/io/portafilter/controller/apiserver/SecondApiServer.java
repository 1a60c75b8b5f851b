package io.portafilter.controller.apiserver;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another kube-apiserver on the etcd of the shared one: it may die and come back while the shared one changes what it wants. */
public final class SecondApiServer implements AutoCloseable {
    private final List<String> command;
    private final Config config;
    private Optional<Process> process = Optional.empty();

    private SecondApiServer(List<String> command, Config config) {
        this.command = List.copyOf(command);
        this.config = config;
    }

    static SecondApiServer of(Config shared) {
        int port = freePort();
        List<String> command = new ArrayList<>(commandOfShared());
        command.set(command.indexOf("--secure-port") + 1, Integer.toString(port));
        Config config = new ConfigBuilder(shared)
                .withMasterUrl("https://127.0.0.1:" + port + "/")
                .build();
        SecondApiServer second = new SecondApiServer(command, config);
        second.start();
        return second;
    }

    private static List<String> commandOfShared() {
        return ProcessHandle.current()
                .children()
                .map(SecondApiServer::commandOf)
                .filter(command -> command.getFirst().endsWith("/kube-apiserver"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the shared API server does not run"));
    }

    private static List<String> commandOf(ProcessHandle child) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"))
                    .split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to connect, as an administrator; stays the same over {@link #kill} and {@link #start}. */
    public Config config() {
        return config;
    }

    /** Ends it without warning, as {@code kill -9}. */
    public void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
        process = Optional.empty();
    }

    /** Starts it again on the same port; returns when it is ready. */
    public void start() {
        try {
            process = Optional.of(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build()) {
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> "ok".equals(client.raw("/readyz")));
        }
    }

    @Override
    public void close() {
        kill();
    }
}
