package io.portafilter.controller.admin;

import io.portafilter.compiler.IngressState;
import io.portafilter.controller.compile.View;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ingresses that lead nowhere, in ingress-nginx's words. */
final class Orphans {
    private Orphans() {}

    /** An Ingress and what it lacks: {@code no-service} or {@code no-endpoint}. */
    record Orphan(Name ingress, String type) implements Comparable<Orphan> {
        @Override
        public int compareTo(Orphan other) {
            int byName = ingress.compareTo(other.ingress);
            return byName == 0 ? type.compareTo(other.type) : byName;
        }
    }

    static Set<Orphan> of(View view) {
        Set<Orphan> orphans = new TreeSet<>();
        objects(view, "service-not-found", Kind.INGRESS)
                .forEach(ingress -> orphans.add(new Orphan(ingress, "no-service")));
        Set<Name> idle =
                objects(view, "service-without-endpoints", Kind.SERVICE).collect(Collectors.toSet());
        if (!idle.isEmpty()) {
            view.ingresses().values().stream()
                    .filter(Orphans::isInEffect)
                    .map(IngressState::name)
                    .filter(ingress -> services(view, ingress).anyMatch(idle::contains))
                    .forEach(ingress -> orphans.add(new Orphan(ingress, "no-endpoint")));
        }
        return orphans;
    }

    private static Stream<Name> objects(View view, String finding, Kind kind) {
        return view.findings().stream()
                .filter(each -> each.id().equals(finding))
                .map(Finding::object)
                .filter(object -> object.kind() == kind)
                .map(Ref::name);
    }

    private static boolean isInEffect(IngressState state) {
        return switch (state.effect()) {
            case CURRENT, LAST_GOOD -> true;
            case NOTHING, FOREIGN -> false;
        };
    }

    private static Stream<Name> services(View view, Name name) {
        return view.snapshot().get(new Ref(Kind.INGRESS, name)).stream()
                .map(Ingress.class::cast)
                .flatMap(ingress -> Stream.concat(
                        ingress.defaultBackend().stream(),
                        ingress.rules().stream()
                                .flatMap(rule -> rule.paths().stream())
                                .map(Ingress.Path::backend)
                                .flatMap(Optional::stream)))
                .filter(Ingress.ServiceBackend.class::isInstance)
                .map(backend -> new Name(name.namespace(), ((Ingress.ServiceBackend) backend).service()));
    }
}
