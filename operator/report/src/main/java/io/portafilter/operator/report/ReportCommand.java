package io.portafilter.operator.report;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks an operator how it is. */
@Command(
        name = "report",
        description = {
            "Says how an operator, its proxies and the Ingresses are.",
            "In a cluster:  kubectl port-forward deploy/ingress-nginx-operator 10254, then this"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FAILED = 1;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "Where the operator's report is; default: ${DEFAULT-VALUE}")
    private URI from = URI.create("http://127.0.0.1:10254/report");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "For people or for programs; default: ${DEFAULT-VALUE}")
    private Output output = Output.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private enum Output {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!"http".equals(from.getScheme()) && !"https".equals(from.getScheme())) {
            throw new ParameterException(
                    spec.commandLine(), "--from: \"" + from + "\" is no URL; write http://HOST:PORT/report");
        }
        try {
            byte[] json = get();
            spec.commandLine()
                    .getOut()
                    .print(
                            switch (output) {
                                case TEXT -> ReportText.of(Json.read(json, Report.class), Instant.now());
                                case JSON -> new String(json, StandardCharsets.UTF_8) + "\n";
                            });
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IOException | ContractException e) {
            spec.commandLine().getErr().println("no report from " + from + ": " + reason(e));
            return FAILED;
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? "nobody answers there" : e.getMessage();
    }

    private byte[] get() throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(from).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("it answers " + response.statusCode());
            }
            return response.body();
        }
    }
}
