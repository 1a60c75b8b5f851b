package io.portafilter.compiler.ingress;

import io.portafilter.compiler.annotation.AnnotationReader;
import io.portafilter.compiler.annotation.Reading;
import io.portafilter.compiler.incremental.KeyIndex;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.contract.PathMatch;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Unit {@code ingress}: decides what becomes of an Ingress. One that fails validation is replaced by its last good text as a whole
 * (behaviour §15); without one nothing of it is in effect.
 */
public final class IngressUnit {
    /** Its value for an Ingress. */
    public static final UnitId<Name, Acceptance> ID = new UnitId<>("ingress", 1);

    /** Ingresses in effect, by the hosts of their rules. */
    public static final KeyIndex<String, Name> BY_HOST = new KeyIndex<>("ingresses-by-host");

    /** Ingresses in effect, by the Service ports that they name. */
    public static final KeyIndex<ClusterKey, Name> BY_CLUSTER = new KeyIndex<>("ingresses-by-cluster");

    private final ClassSelection classes;
    private final boolean catchAll;
    private final Function<Lookup, AnnotationReader> annotations;

    /**
     * Creates it.
     *
     * @param classes which Ingresses are ours
     * @param catchAll whether default backends are allowed; {@code --disable-catch-all} forbids them
     * @param annotations the reader under the options of the ConfigMap
     */
    public IngressUnit(ClassOptions classes, boolean catchAll, Function<Lookup, AnnotationReader> annotations) {
        this.classes = new ClassSelection(classes);
        this.catchAll = catchAll;
        this.annotations = annotations;
    }

    /** The unit. */
    public Unit<Name, Acceptance> unit() {
        return new Unit<>(ID, new Unit.EachObject(Kind.INGRESS), this::make)
                .emitting(BY_HOST, value -> keys(value, AcceptedIngress::hosts))
                .emitting(BY_CLUSTER, value -> keys(value, AcceptedIngress::clusters));
    }

    /** The Ingress in effect under this name. */
    public static Optional<AcceptedIngress> inEffect(Lookup lookup, Name name) {
        return lookup.unit(ID, name).flatMap(IngressUnit::accepted);
    }

    private static Optional<AcceptedIngress> accepted(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.InEffect(var accepted, var lastGood) -> Optional.of(accepted);
            case Acceptance.Rejected rejected -> Optional.empty();
            case Acceptance.Foreign foreign -> Optional.empty();
        };
    }

    private static <K> Collection<K> keys(Acceptance value, Function<AcceptedIngress, Collection<K>> keys) {
        return accepted(value).map(keys).orElse(List.of());
    }

    private Optional<Acceptance> make(Name name, Lookup lookup, Consumer<Finding> findings) {
        Ingress current = lookup.object(Ingress.class, Kind.INGRESS, name).orElseThrow();
        Optional<ClassSelection.Foreign> foreign = classes.foreign(current, lookup);
        if (foreign.isPresent()) {
            findings.accept(new Finding(
                    "class-foreign",
                    Severity.INFO,
                    current.ref(),
                    foreign.get().field(),
                    "not served here: " + foreign.get().reason()));
            return Optional.of(new Acceptance.Foreign());
        }
        if (current.defaultBackend().isPresent() && !catchAll) {
            findings.accept(new Finding(
                    "catch-all-disabled",
                    Severity.ERROR,
                    current.ref(),
                    "spec.defaultBackend",
                    "not served: default backends are not allowed here (--disable-catch-all); remove it"));
            return Optional.of(new Acceptance.Foreign());
        }
        AnnotationReader reader = annotations.apply(lookup);
        Optional<AcceptedIngress> accepted = accept(current, reader, findings);
        if (accepted.isPresent()) {
            return accepted.map(ingress -> new Acceptance.InEffect(ingress, false));
        }
        Optional<AcceptedIngress> lastGood = lookup.object(LastGoodIngress.class, Kind.LAST_GOOD_INGRESS, name)
                .flatMap(kept -> accept(kept.ingress(), reader, finding -> {}));
        findings.accept(
                lastGood.isPresent()
                        ? new Finding(
                                "last-good-in-effect",
                                Severity.WARNING,
                                current.ref(),
                                "",
                                "its current text is invalid; the last valid text stays in effect")
                        : new Finding(
                                "ingress-rejected",
                                Severity.ERROR,
                                current.ref(),
                                "",
                                "it is invalid, and no earlier valid text is known: nothing of it is in effect"));
        return Optional.of(lastGood.<Acceptance>map(ingress -> new Acceptance.InEffect(ingress, true))
                .orElse(new Acceptance.Rejected()));
    }

    private static Optional<AcceptedIngress> accept(
            Ingress ingress, AnnotationReader reader, Consumer<Finding> findings) {
        Reading reading = reader.read(ingress.ref(), ingress.meta());
        reading.findings().forEach(findings);
        return switch (reading) {
            case Reading.Rejected rejected -> Optional.empty();
            case Reading.Accepted accepted ->
                Optional.of(new AcceptedIngress(ingress, accepted, claims(ingress), defaultCluster(ingress)));
        };
    }

    private static List<PathClaim> claims(Ingress ingress) {
        List<PathClaim> claims = new ArrayList<>();
        for (int i = 0; i < ingress.rules().size(); i++) {
            Ingress.Rule rule = ingress.rules().get(i);
            for (int j = 0; j < rule.paths().size(); j++) {
                Ingress.Path path = rule.paths().get(j);
                claims.add(new PathClaim(
                        AcceptedIngress.host(rule.host()),
                        match(path),
                        path.backend().flatMap(backend -> cluster(ingress, backend)),
                        "spec.rules[" + i + "].http.paths[" + j + "]"));
            }
        }
        return claims;
    }

    /** An empty path is {@code /}; anything but Exact is Prefix (behaviour §1.2). */
    private static PathMatch match(Ingress.Path path) {
        String text = path.path().isEmpty() ? "/" : path.path();
        return switch (path.type()) {
            case EXACT -> new PathMatch.Exact(text);
            case PREFIX, IMPLEMENTATION_SPECIFIC -> new PathMatch.Prefix(text);
        };
    }

    private static Optional<ClusterKey> defaultCluster(Ingress ingress) {
        return ingress.defaultBackend().flatMap(backend -> cluster(ingress, backend));
    }

    private static Optional<ClusterKey> cluster(Ingress ingress, Ingress.Backend backend) {
        return switch (backend) {
            case Ingress.ServiceBackend service ->
                Optional.of(ClusterKey.of(ingress.meta().name().namespace(), service));
            case Ingress.ResourceBackend resource -> Optional.empty();
        };
    }
}
