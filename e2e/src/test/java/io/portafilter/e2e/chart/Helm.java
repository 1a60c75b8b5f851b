package io.portafilter.e2e.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program helm, which the system property {@code helm} names. */
final class Helm {
    /** Where the chart lies. */
    static final Path CHART = Path.of(System.getProperty("project.dir", "..")).resolve("helm/portafilter");

    private Helm() {}

    /** What it printed, errors included, and its exit code. */
    record Result(int code, String text) {}

    /** Renders the chart as release ingress-nginx for one version of Kubernetes. */
    static Result template(String... arguments) {
        List<String> line = new ArrayList<>(List.of("template", "ingress-nginx", CHART.toString()));
        line.addAll(List.of("--namespace", "ingress-nginx", "--kube-version", "1.36.4"));
        line.addAll(List.of(arguments));
        return run(line);
    }

    static Result run(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("helm", "helm")));
        line.addAll(arguments);
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(line + " did not end");
            }
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Set -Dhelm to a helm 3 or later", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
