package io.portafilter.proxy.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProxyCommandTest {
    private static final String[] LEAST = {"--operator=https://op:9443", "--ca-file=/ca.crt", "--token-file=/token"};

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void defaultsAreThoseOfIngressNginx() throws IOException {
        DaemonOptions options = parse();

        assertThat(options.http()).containsExactly(new InetSocketAddress(Addresses.all(), 80));
        assertThat(options.https()).containsExactly(new InetSocketAddress(Addresses.all(), 443));
        assertThat(options.admin()).isEqualTo(new InetSocketAddress(Addresses.all(), 10254));
        assertThat(options.healthCheckPath()).isEqualTo("/healthz");
        assertThat(options.metrics()).isEqualTo(new MetricOptions(false, true));
        assertThat(options.labels()).isEqualTo(new MetricLabels("", "k8s.io/ingress-nginx", ""));
        assertThat(options.pace().grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.pace().drain()).isEqualTo(Duration.ofMinutes(4));
        assertThat(options.pace().postGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.stateFolder()).isEmpty();
        assertThat(options.stream().operator()).hasToString("https://op:9443");
        assertThat(options.stream().caFile()).isEqualTo(Path.of("/ca.crt"));
        assertThat(options.stream().tokenFile()).isEqualTo(Path.of("/token"));
        assertThat(options.release()).matches("\\d+\\.\\d+\\..*");
    }

    @Test
    void eachFlagSaysWhatItSays() throws IOException {
        DaemonOptions options = parse(
                "--http-port=8080",
                "--https-port=8443",
                "--bind=127.0.0.1",
                "--bind=::1",
                "--healthz-port=10255",
                "--healthz-host=127.0.0.2",
                "--health-check-path=/alive",
                "--shutdown-grace-period=3",
                "--worker-shutdown-timeout=30s",
                "--post-shutdown-grace-period=0",
                "--enable-metrics",
                "--metrics-per-host=false",
                "--controller-class=acme/nginx",
                "--state-dir=/state");

        assertThat(options.http())
                .containsExactly(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080),
                        new InetSocketAddress(InetAddress.ofLiteral("::1"), 8080));
        assertThat(options.https()).hasSize(2).allMatch(address -> address.getPort() == 8443);
        assertThat(options.admin()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 10255));
        assertThat(options.healthCheckPath()).isEqualTo("/alive");
        assertThat(options.pace())
                .isEqualTo(new ShutdownPace(
                        Duration.ofSeconds(3), ShutdownPace.LINGER, Duration.ofSeconds(30), Duration.ZERO));
        assertThat(options.metrics()).isEqualTo(new MetricOptions(true, false));
        assertThat(options.labels()).isEqualTo(new MetricLabels("", "acme/nginx", ""));
        assertThat(options.stateFolder()).contains(Path.of("/state/last-good"));
    }

    @Test
    void thePodIsNamedByItsEnvironment() throws IOException {
        ProxyCommand command = new ProxyCommand(Map.of("POD_NAMESPACE", "ingress", "POD_NAME", "proxy-1"));
        new CommandLine(command).parseArgs(LEAST);

        assertThat(command.options().labels())
                .isEqualTo(new MetricLabels("ingress", "k8s.io/ingress-nginx", "proxy-1"));
    }

    @Test
    void ofAFlagThatIsGivenTwiceTheLastCounts() throws IOException {
        assertThat(parse("--http-port=8080", "--http-port=8081").http())
                .containsExactly(new InetSocketAddress(Addresses.all(), 8081));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --publish-service=a/b               | Unknown option: '--publish-service=a/b'
            --http-port=70000                   | "70000" is not a port (0 to 65535)
            --bind=localhost                    | "localhost" is not an IP address
            --operator=http://op:9443           | "http://op:9443" is not of the form https://HOST:PORT
            --shutdown-grace-period=5m          | "5m" is not a number of seconds
            """)
    void whatIsWrongWithTheCommandLineIsSaid(String flag, String sentence) {
        String[] rest = flag.startsWith("--operator")
                ? new String[] {flag, LEAST[1], LEAST[2]}
                : new String[] {LEAST[0], LEAST[1], LEAST[2], flag};

        assertThat(run(rest)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run("--operator=https://op:9443")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required options: '--ca-file=FILE', '--token-file=FILE'");
    }

    @Test
    void anAddressThatIsTakenIsOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = run(LEAST[0], LEAST[1], LEAST[2], "--bind=127.0.0.1", "--http-port=" + taken.getLocalPort());

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("portafilter-proxy: cannot listen on /127.0.0.1:" + taken.getLocalPort())
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("portafilter-proxy ");
    }

    private static DaemonOptions parse(String... more) throws IOException {
        String[] all = new String[LEAST.length + more.length];
        System.arraycopy(LEAST, 0, all, 0, LEAST.length);
        System.arraycopy(more, 0, all, LEAST.length, more.length);
        CommandLine line = ProxyCommand.commandLine(Map.of());
        line.parseArgs(all);
        ProxyCommand command = line.getCommand();
        return command.options();
    }

    private int run(String... arguments) {
        return ProxyCommand.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
