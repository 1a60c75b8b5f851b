package io.portafilter.controller.networksetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.rollout.Backup;
import io.portafilter.network.rollout.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is worth something without the operator, too: the commands of docs/network/live.md put it back. */
@Tag("api-server")
class ByHandTest {
    private static final Path PAGE = Path.of(System.getProperty("project.dir", ""), "docs/network/live.md");
    private static final String BACKUP = "portafilter-network-backup-000003";
    private static final String BEFORE = ".:53 {\n    forward . /etc/resolv.conf\n}\n";

    private final ApiServer api = ApiServer.shared();
    private final String ours = api.namespace();
    private final String system = api.namespace();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theCommandsOfThePagePutATextBackToTheByte() throws IOException {
        api.apply(system, """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: coredns, labels: {kept: label}}
                data: {Corefile: "broken", NodeHosts: "kept"}
                """);
        backUp(new Step.Corefile(new ObjectId("ConfigMap", system, "coredns"), "Corefile", BEFORE, "broken"));

        assertThat(run("kubectl --namespace ingress-nginx get configmaps --selector portafilter.io/plan-hash"))
                .contains(BACKUP);
        assertThat(run("kubectl --namespace ingress-nginx get configmap " + BACKUP + " -o jsonpath='{.data.steps}'"))
                .contains("coredns\", \"write\": \"corefile\", \"key\": \"Corefile\"}]");
        keep(
                "Corefile",
                run("kubectl --namespace ingress-nginx get configmap " + BACKUP
                        + " -o go-template='{{index .data \"1.before\"}}'"));
        keep(
                "patch.yaml",
                run("kubectl create configmap coredns --from-file=Corefile=Corefile --dry-run=client -o yaml"));
        run("kubectl --namespace kube-system patch configmap coredns --type merge --patch-file patch.yaml");

        ConfigMap now = api.client()
                .configMaps()
                .inNamespace(system)
                .withName("coredns")
                .get();
        assertThat(now.getData()).containsEntry("Corefile", BEFORE).containsEntry("NodeHosts", "kept");
        assertThat(now.getMetadata().getLabels()).containsEntry("kept", "label");
    }

    private void backUp(Step step) {
        api.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(ours)
                        .withName(BACKUP)
                        .addToLabels("portafilter.io/plan-hash", "12")
                        .endMetadata()
                        .withImmutable(true)
                        .withData(Backup.data(List.of(step)))
                        .build())
                .create();
    }

    private void keep(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** As the page has it, but for namespaces and folder. */
    private String run(String command) throws IOException {
        assertThat(Files.readString(PAGE)).contains(command);
        String template = "{{index .data \"1.before\"}}";
        return api.kubectl(Stream.of(command.substring("kubectl ".length())
                        .replace("'" + template + "'", "TEMPLATE")
                        .split(" "))
                .map(word -> switch (word) {
                    case "ingress-nginx" -> ours;
                    case "kube-system" -> system;
                    case "patch.yaml" -> folder.resolve(word).toString();
                    case "--from-file=Corefile=Corefile" -> "--from-file=Corefile=" + folder.resolve("Corefile");
                    default -> word.replace("TEMPLATE", template).replace("'", "");
                })
                .toArray(String[]::new));
    }
}
