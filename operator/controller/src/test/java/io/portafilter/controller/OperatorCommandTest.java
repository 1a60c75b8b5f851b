package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_flag_that_nobody_knows_is_refused() {
        assertThat(run("--ingres-class=nginx")).isEqualTo(2);
        assertThat(err.toString()).contains("--ingres-class=nginx");
    }

    @Test
    void a_namespace_and_a_selector_of_namespaces_exclude_each_other() {
        assertThat(run("--watch-namespace=shop", "--watch-namespace-selector=team=a"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("exclude each other");
    }

    @Test
    void a_health_path_without_a_slash_is_refused() {
        assertThat(run("--health-check-path=healthz")).isEqualTo(2);
        assertThat(err.toString()).contains("--health-check-path: \"healthz\" does not begin with a slash");
    }

    @Test
    void durations_have_the_form_of_ingress_nginx() {
        assertThat(run("--election-ttl=soon")).isEqualTo(2);
        assertThat(err.toString()).contains("\"soon\" is not a duration such as 30s or 1m30s");
    }

    @Test
    void a_kubeconfig_that_is_not_there_is_named() {
        assertThat(run("--kubeconfig=/nowhere/config")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file /nowhere/config");
    }

    @Test
    void the_report_of_an_operator_that_is_not_there_is_a_sentence() {
        assertThat(run("report", "--from=http://127.0.0.1:1/report")).isEqualTo(1);
        assertThat(err.toString()).contains("no report from http://127.0.0.1:1/report");
    }

    @Test
    void it_says_its_version() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("portafilter-operator ").doesNotContain("$");
    }

    private int run(String... arguments) {
        return OperatorCommand.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
