package io.portafilter.controller.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.controller.compile.View;
import io.portafilter.controller.leader.World;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.Snapshot;
import io.portafilter.snapshot.folder.IngressText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NoticesTest {
    private static final Name WEB = new Name("default", "web");

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aFindingIsAWarningWithItsIdAsReason() {
        View view = put("nginx", "1");

        assertThat(Notices.of(finding(Severity.ERROR, "annotation-invalid", WEB), view))
                .hasValueSatisfying(notice -> {
                    assertThat(notice.type()).isEqualTo(Notice.Type.WARNING);
                    assertThat(notice.reason()).isEqualTo("AnnotationInvalid");
                    assertThat(notice.message()).isEqualTo("something is wrong");
                    assertThat(notice.uid()).isEqualTo("uid-1");
                });
        assertThat(Notices.of(finding(Severity.INFO, "annotation-unknown", WEB), view))
                .hasValueSatisfying(notice -> assertThat(notice.type()).isEqualTo(Notice.Type.NORMAL));
    }

    @Test
    void ingressesOfOtherControllersAreLeftInPeace() {
        View view = put("foreign", "1");

        assertThat(Notices.of(finding(Severity.INFO, "class-foreign", WEB), view))
                .isEmpty();
        assertThat(Notices.sync(WEB, Snapshot.empty(), view)).isEmpty();
    }

    @Test
    void nothingIsToldAboutWhatIsNotThere() {
        View view = put("nginx", "1");

        assertThat(Notices.of(finding(Severity.ERROR, "service-not-found", new Name("default", "none")), view))
                .isEmpty();
    }

    @Test
    void aChangedIngressIsToldAndAnUnchangedOneIsNot() {
        View before = put("nginx", "1");
        View same = put("nginx", "1");
        View after = put("nginx", "2");

        assertThat(Notices.sync(WEB, before.snapshot(), same)).isEmpty();
        assertThat(Notices.sync(WEB, before.snapshot(), after))
                .hasValueSatisfying(notice -> assertThat(notice.message()).isEqualTo("Scheduled for sync"));
        assertThat(Notices.sync(WEB, Snapshot.empty(), after)).isPresent();
    }

    @Test
    void aSuccessorOfTheSameNameHasEventsOfItsOwn() {
        Finding finding = finding(Severity.ERROR, "annotation-invalid", WEB);

        assertThat(Notices.of(finding, put("nginx", "1")).orElseThrow().eventName())
                .matches("web\\.[0-9a-f]{16}")
                .isEqualTo(Notices.of(finding, put("nginx", "1")).orElseThrow().eventName())
                .isNotEqualTo(
                        Notices.of(finding, put("nginx", "2")).orElseThrow().eventName());
    }

    @Test
    void theNameOfAnEventIsNeverTooLong() {
        Notice notice = new Notice(
                new Ref(Kind.INGRESS, new Name("shop", "a".repeat(235) + "-.b" + "c".repeat(15))),
                "uid",
                Notice.Type.WARNING,
                "Reason",
                "message");

        assertThat(notice.eventName()).hasSizeLessThanOrEqualTo(253).matches("a{235}\\.[0-9a-f]{16}");
    }

    @Test
    void eventsAboutWhatHasNoNamespaceLieInDefault() {
        Notice notice = new Notice(
                new Ref(Kind.INGRESS_CLASS, Name.clusterScoped("nginx")),
                "uid",
                Notice.Type.WARNING,
                "Reason",
                "message");

        assertThat(notice.eventNamespace()).isEqualTo("default");
    }

    @Test
    void aLongMessageIsCutBetweenCharactersAndSaysWhereTheRestIs() {
        String cut = Notices.cut("\uD83D\uDE80".repeat(1000));

        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(1000, 1024);
        assertThat(cut).endsWith("\uD83D\uDE80 … (cut; portafilter report has all of it)");
        assertThat(Notices.cut("short")).isEqualTo("short");
        assertThat(Notices.cut("x".repeat(1024))).hasSize(1024);
    }

    @Test
    void anIdIsAReasonInCamelCase() {
        assertThat(Notices.camelCase("service-without-endpoints")).isEqualTo("ServiceWithoutEndpoints");
    }

    private static Finding finding(Severity severity, String id, Name ingress) {
        return new Finding(id, severity, new Ref(Kind.INGRESS, ingress), "", "something is wrong");
    }

    private View put(String className, String uid) {
        String manifest = World.manifest("web", className, "proxy-body-size: 8m")
                .replaceFirst("  name: web\n", "  name: web\n  uid: uid-" + uid + "\n");
        return switch (IngressText.read(manifest)) {
            case IngressText.Whole(Ingress ingress) -> world.accept(List.of(new Change.Put(ingress)));
            case IngressText.Damaged(String reason) -> throw new IllegalArgumentException(reason);
        };
    }
}
