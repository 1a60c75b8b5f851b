package io.portafilter.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.portafilter.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itPrintsTextForPeople() {
        answer(200, Json.write(ReportTextTest.BUSY));

        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Operator   ingress-nginx-operator-0, the leader\n");
    }

    @Test
    void itPrintsJsonAsItCame() {
        byte[] json = Json.write(ReportTextTest.BUSY);
        answer(200, json);

        assertThat(run("-o", "json")).isZero();
        assertThat(out.toString()).isEqualTo(new String(json, StandardCharsets.UTF_8) + "\n");
    }

    @Test
    void anotherAnswerThanAReportIsASentence() {
        answer(404, new byte[] {'x'});

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("/report: it answers 404");
    }

    @Test
    void somethingThatIsNoReportIsASentence() {
        answer(200, "[]".getBytes(StandardCharsets.UTF_8));

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("not a Report");
    }

    @Test
    void aPlaceThatIsNoUrlIsRefused() {
        assertThat(new CommandLine(new ReportCommand())
                        .setErr(new PrintWriter(err, true))
                        .execute("--from=localhost:10254"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("write http://HOST:PORT/report");
    }

    private void answer(int status, byte[] body) {
        server.createContext("/report", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private int run(String... arguments) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(
                        arguments.length == 0
                                ? new String[] {from()}
                                : new String[] {from(), arguments[0], arguments[1]});
    }

    private String from() {
        return "--from=http://127.0.0.1:" + server.getAddress().getPort() + "/report";
    }
}
