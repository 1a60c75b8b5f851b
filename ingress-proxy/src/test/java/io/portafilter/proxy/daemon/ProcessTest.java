package io.portafilter.proxy.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.proxy.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy as the process that its image runs. */
class ProcessTest {
    private static final Pattern HTTP = Pattern.compile("listener http: \\[/127\\.0\\.0\\.1:(\\d+)]");

    @TempDir
    private Path folder;

    private final Loopback web = new Loopback("web");

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void sigtermUnderLoadFailsNoRequestAndEndsWithZero() throws Exception {
        try (OperatorServer operator = new OperatorServer(folder)) {
            operator.publish(Site.to(web.address()));
            Process process = start(operator.url().toString());
            try (Load load = new Load(http(), 6, 20, 3)) {
                until(() -> assertThat(load.answers()).isGreaterThan(300));
                process.destroy();
                until(() -> assertThat(log()).contains("ending: connections are accepted for 3 s more"));
                long before = load.answers();
                until(() -> assertThat(load.answers()).isGreaterThan(before + 100));
                load.connectNoMore();
                load.await();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(load.failures()).isEmpty();
                assertThat(process.exitValue()).isZero();
                assertThat(log()).contains("every request has ended").doesNotContain("Exception");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void aKilledProxyServesAgainWithoutItsOperator() throws Exception {
        String url;
        try (OperatorServer operator = new OperatorServer(folder)) {
            operator.publish(Site.to(web.address()));
            url = operator.url().toString();
            Process process = start(url);
            try {
                until(() -> assertThat(Files.size(folder.resolve("state/last-good/last-good")))
                        .isPositive());
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        Process again = start(url);
        try (Load load = new Load(http(), 1, 0, 0)) {
            until(() -> assertThat(load.answers()).isGreaterThan(10));
            load.connectNoMore();
            assertThat(load.failures()).isEmpty();
            until(() -> assertThat(log()).contains("from disk, version").contains("no answer from " + url));
        } finally {
            again.destroyForcibly().waitFor();
        }
    }

    private Process start(String operator) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProxyCommand.class.getName(),
                        "--operator=" + operator,
                        "--ca-file=" + folder.resolve("ca.crt"),
                        "--token-file=" + folder.resolve("token"),
                        "--state-dir=" + folder.resolve("state"),
                        "--bind=127.0.0.1",
                        "--http-port=0",
                        "--https-port=0",
                        "--healthz-port=0",
                        "--healthz-host=127.0.0.1",
                        "--shutdown-grace-period=3",
                        "--post-shutdown-grace-period=0"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("log").toFile())
                .start();
        // The first line of its log that is about a configuration is written before the first request can be answered
        // by it.
        until(() -> assertThat(log()).containsPattern(HTTP).containsPattern("is open|from disk"));
        until(() -> assertThat(Files.exists(folder.resolve("state/last-good/last-good")))
                .isTrue());
        return process;
    }

    private InetSocketAddress http() throws IOException {
        Matcher line = HTTP.matcher(log());
        assertThat(line.find()).isTrue();
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(line.group(1)));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static void until(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }
}
