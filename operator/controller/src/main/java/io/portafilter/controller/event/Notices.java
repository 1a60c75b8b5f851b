package io.portafilter.controller.event;

import io.portafilter.compiler.IngressState;
import io.portafilter.controller.compile.View;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is worth an Event. */
final class Notices {
    /** As long as a message of the events.k8s.io API may be; in UTF-8. */
    private static final int LONGEST_MESSAGE = 1024;

    private static final String CUT = " … (cut; portafilter report has all of it)";

    private Notices() {}

    /** Nothing about Ingresses of other controllers, and nothing about objects that are not there. */
    static Optional<Notice> of(Finding finding, View view) {
        Ref object = finding.object().kind() == Kind.LAST_GOOD_INGRESS
                ? new Ref(Kind.INGRESS, finding.object().name())
                : finding.object();
        return view.snapshot()
                .get(object)
                .filter(one -> !one.meta().uid().isEmpty() && !isForeign(one, view))
                .map(one -> Notice.of(one, type(finding), camelCase(finding.id()), cut(finding.message())));
    }

    /** ingress-nginx tells each change of an Ingress that it takes. */
    static Optional<Notice> sync(Name ingress, Snapshot before, View view) {
        Ref ref = new Ref(Kind.INGRESS, ingress);
        return view.snapshot()
                .get(ref)
                .filter(now -> !now.meta().uid().isEmpty() && !isForeign(now, view))
                .filter(now -> !Optional.of(now).equals(before.get(ref)))
                .map(now -> Notice.of(now, Notice.Type.NORMAL, "Sync", "Scheduled for sync"));
    }

    private static boolean isForeign(KubeObject object, View view) {
        if (object.kind() != Kind.INGRESS) {
            return false;
        }
        IngressState state = view.ingresses().get(object.meta().name());
        return state == null || state.effect() == IngressState.Effect.FOREIGN;
    }

    private static Notice.Type type(Finding finding) {
        return switch (finding.severity()) {
            case INFO -> Notice.Type.NORMAL;
            case WARNING, ERROR -> Notice.Type.WARNING;
        };
    }

    /** {@code annotation-invalid} is {@code AnnotationInvalid}. */
    static String camelCase(String id) {
        return Stream.of(id.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    static String cut(String message) {
        if (message.getBytes(StandardCharsets.UTF_8).length <= LONGEST_MESSAGE) {
            return message;
        }
        int room = LONGEST_MESSAGE - CUT.getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        int bytes = 0;
        while (end < message.length()) {
            int character = message.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            end += Character.charCount(character);
        }
        return message.substring(0, end) + CUT;
    }
}
