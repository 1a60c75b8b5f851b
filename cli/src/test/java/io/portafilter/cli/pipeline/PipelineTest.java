package io.portafilter.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Json;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.contract.Published;
import io.portafilter.contract.feed.Step;
import io.portafilter.contract.feed.Target;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Source;
import io.portafilter.snapshot.folder.StateFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    private static final String GOOD = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: web
              annotations:
                nginx.ingress.kubernetes.io/proxy-read-timeout: "7"
                kubernetes.io/ingress.class: nginx
            spec:
              rules:
                - host: web.example.com
                  http:
                    paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]
            """;
    private static final String INVALID = GOOD.replace(
            "kubernetes.io/ingress.class:",
            "nginx.ingress.kubernetes.io/server-alias: a;b\n    kubernetes.io/ingress.class:");
    private static final String OTHER =
            GOOD.replace("name: web\n", "name: other\n").replace("web.example", "other.example");

    @TempDir
    private Path folder;

    private final List<Step> steps = new ArrayList<>();
    private final Target target = step -> {
        steps.add(step);
        return List.of();
    };

    @Test
    void theFirstStepHasListenersAndSettingsEvenWithoutAnyIngress() {
        Pipeline pipeline = pipeline(Optional.empty());
        pipeline.accept(List.of());

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.puts()).extracting(each -> each.key().kind()).contains(Kind.LISTENER, Kind.SETTINGS);
            assertThat(step.version()).isEqualTo(pipeline.version());
        });
    }

    @Test
    void aChangeReachesTheTargetAsOneStepOfWhatChanged() {
        Pipeline pipeline = pipeline(Optional.empty());
        pipeline.accept(List.of());
        pipeline.accept(read(GOOD));

        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().puts())
                .extracting(each -> each.key().toString())
                .contains("VirtualHost/ingress/web.example.com", "Route/ingress/web.example.com/Prefix:/")
                .doesNotContain("Settings/ingress");
        assertThat(pipeline.objects())
                .hasSize(steps.getFirst().puts().size() + steps.getLast().puts().size());
    }

    @Test
    void aChangeOfNothingReachesNobody() {
        Pipeline pipeline = pipeline(Optional.empty());
        pipeline.accept(read(GOOD));
        pipeline.accept(read(GOOD));

        assertThat(steps).hasSize(1);
    }

    @Test
    void theLastGoodTextIsOnDiskBeforeAnythingIsPublished() throws IOException {
        StateFolder state = StateFolder.open(folder.resolve("state"));
        List<Integer> keptWhenPublished = new ArrayList<>();
        Pipeline pipeline = new Pipeline(new Compiler(CompilerOptions.DEFAULT), Optional.of(state), step -> {
            keptWhenPublished.add(state.lastGoodIngresses().size());
            return List.of();
        });
        pipeline.accept(read(GOOD));
        pipeline.accept(read(INVALID + "---\n" + OTHER));
        pipeline.accept(read(GOOD.replace("\"7\"", "\"8\"")));

        assertThat(keptWhenPublished).containsExactly(0, 1, 0);
    }

    @Test
    void anIngressThatBecomesInvalidStaysInEffectAlsoAfterARestart() throws IOException {
        Pipeline pipeline = pipeline(Optional.of(StateFolder.open(folder.resolve("state"))));
        pipeline.accept(read(GOOD));
        pipeline.accept(read(INVALID));
        Pipeline restarted = pipeline(Optional.of(StateFolder.open(folder.resolve("state"))));
        restarted.accept(read(INVALID));

        assertThat(effects(pipeline)).containsExactly(IngressState.Effect.LAST_GOOD);
        assertThat(effects(restarted)).containsExactly(IngressState.Effect.LAST_GOOD);
        assertThat(restarted.version()).isEqualTo(pipeline.version());
        assertThat(restarted.snapshot().all()).hasAtLeastOneElementOfType(LastGoodIngress.class);
    }

    @Test
    void withoutAStateFolderARestartForgetsIt() {
        Pipeline restarted = pipeline(Optional.empty());
        restarted.accept(read(INVALID));

        assertThat(effects(restarted)).containsExactly(IngressState.Effect.NOTHING);
    }

    @Test
    void whatTheTargetRefusesIsKnownUntilItChangesOrGoes() {
        Key route = Key.parse("Route/ingress/web.example.com/Prefix:/");
        Pipeline pipeline = new Pipeline(
                new Compiler(CompilerOptions.DEFAULT),
                Optional.empty(),
                step -> step.puts().stream()
                        .filter(object -> object.key().equals(route))
                        .filter(object ->
                                new String(Json.write(object), StandardCharsets.UTF_8).contains("\"value\":7"))
                        .map(PipelineTest::refuse)
                        .toList());
        pipeline.accept(read(GOOD));
        assertThat(pipeline.refused()).extracting(Frame.Refused::key).containsExactly(route);

        pipeline.accept(read(GOOD.replace("\"7\"", "\"8\"")));
        assertThat(pipeline.refused()).isEmpty();

        pipeline.accept(read(GOOD));
        assertThat(pipeline.refused()).hasSize(1);
        pipeline.accept(read(GOOD).stream()
                .<Change>map(change -> new Change.Delete(change.ref()))
                .toList());
        assertThat(pipeline.refused()).isEmpty();
    }

    private static Frame.Refused refuse(Published object) {
        return new Frame.Refused(object.key(), Digest.of(object), "it is seven");
    }

    private Pipeline pipeline(Optional<StateFolder> state) {
        return new Pipeline(new Compiler(CompilerOptions.DEFAULT), state, target);
    }

    private static List<IngressState.Effect> effects(Pipeline pipeline) {
        return pipeline.ingresses().stream().map(IngressState::effect).toList();
    }

    private static List<Change> read(String manifest) {
        Source.Stream stream =
                new Source.Stream("test", new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
        return new FolderReader(stream, Optional.empty()).read().changes();
    }
}
