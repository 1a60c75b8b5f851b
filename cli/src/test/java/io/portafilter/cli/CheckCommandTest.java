package io.portafilter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: web
            spec:
              rules:
                - host: web.example.com
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: nowhere
                            port:
                              number: 80
            """;

    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: nowhere
            spec:
              ports:
                - port: 80
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleIsWithoutFault() {
        Cli check = Cli.run("check", Path.of("..", "examples", "shop").toString());

        assertThat(check.out()).isEqualTo("5 files, 12 objects: 0 errors, 0 warnings, 0 infos\n");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void findingsAndComplaintsAreSortedAndSayWhere() throws IOException {
        brokenFolder();

        Cli check = Cli.run("check", folder.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        Golden.assertSame("check.txt", check.out().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void theSameAsJson() throws IOException {
        brokenFolder();

        Cli check = Cli.run("check", "-o", "json", folder.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        Golden.assertSame("check.json", check.out().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void warningsAloneAreFine() throws IOException {
        Files.writeString(folder.resolve("web.yaml"), INGRESS + SERVICE);

        Cli check = Cli.run("check", folder.toString());

        assertThat(check.out())
                .contains("warning: Service default/nowhere")
                .endsWith("2 objects: 0 errors, 1 warning, 0 infos\n");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void manifestsComeFromStandardInputToo() {
        Cli check = Cli.runWithInput(INGRESS.replace("host:", "hostt:"), "check", "-");

        assertThat(check.out()).contains("stdin:1:1: ");
    }

    @Test
    void aFlagChangesWhatIsOurs() throws IOException {
        Files.writeString(folder.resolve("web.yaml"), INGRESS);

        Cli check = Cli.run("check", "--watch-ingress-without-class=false", folder.toString());

        assertThat(check.out()).contains("class-foreign").endsWith("0 errors, 0 warnings, 1 info\n");
    }

    @Test
    void aFolderThatIsNotThereIsAUsageError() {
        Cli check = Cli.run("check", folder.resolve("typo").toString());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).startsWith("there is no folder or file " + folder.resolve("typo"));
    }

    private void brokenFolder() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), INGRESS);
        Files.writeString(folder.resolve("b.yaml"), INGRESS + "---\n" + INGRESS.replace("name: web", "name: 7"));
        Files.writeString(folder.resolve("c.yaml"), "kind: [\n");
        Files.writeString(
                folder.resolve("d.yaml"),
                INGRESS.replace("name: web", "name: invalid").replace("web.example.com", "not_a host"));
    }
}
