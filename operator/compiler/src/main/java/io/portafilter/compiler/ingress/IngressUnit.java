package io.portafilter.compiler.ingress;

import io.portafilter.compiler.incremental.KeyIndex;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Severity;
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
    private final Function<Lookup, IngressRules> rules;

    /**
     * Creates it.
     *
     * @param classes which Ingresses are ours
     * @param rules what they have to keep to, under the options of the ConfigMap
     */
    public IngressUnit(ClassOptions classes, Function<Lookup, IngressRules> rules) {
        this.classes = new ClassSelection(classes);
        this.rules = rules;
    }

    /** The unit. */
    public Unit<Name, Acceptance> unit() {
        return new Unit<>(ID, new Unit.EachObject(Kind.INGRESS), this::make)
                .emitting(BY_HOST, value -> keys(value, AcceptedIngress::hosts))
                .emitting(
                        BY_CLUSTER,
                        value -> keys(value, AcceptedIngress::clusters),
                        value -> accepted(value).map(AcceptedIngress::age));
    }

    /** The Ingress in effect under this name. */
    public static Optional<AcceptedIngress> inEffect(Lookup lookup, Name name) {
        return lookup.unit(ID, name).flatMap(IngressUnit::accepted);
    }

    private static Optional<AcceptedIngress> accepted(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.InEffect inEffect -> Optional.of(inEffect.accepted());
            case Acceptance.Rejected rejected -> Optional.empty();
            case Acceptance.Foreign foreign -> Optional.empty();
        };
    }

    private static <K> Collection<K> keys(Acceptance value, Function<AcceptedIngress, Collection<K>> keys) {
        return accepted(value).map(keys).orElse(List.of());
    }

    private Optional<Acceptance> make(Name name, Lookup lookup, Consumer<Finding> findings) {
        Ingress current = lookup.object(Ingress.class, Kind.INGRESS, name).orElseThrow();
        IngressRules now = rules.apply(lookup);
        Optional<ClassSelection.Foreign> foreign = classes.foreign(current, lookup);
        if (foreign.isPresent()) {
            findings.accept(new Finding(
                    "class-foreign",
                    Severity.INFO,
                    current.ref(),
                    foreign.get().field(),
                    "not served here: " + foreign.get().reason()));
            return Optional.of(
                    new Acceptance.Foreign(now.deepInspection() ? TextInspection.inspect(current) : List.of()));
        }
        if (current.defaultBackend().isPresent() && !now.catchAll()) {
            Finding disabled = new Finding(
                    "catch-all-disabled",
                    Severity.ERROR,
                    current.ref(),
                    "spec.defaultBackend",
                    "not served: default backends are not allowed here (--disable-catch-all); remove it");
            findings.accept(disabled);
            return Optional.of(new Acceptance.Foreign(List.of(disabled)));
        }
        Validation validation = Validation.of(current, now);
        validation.findings().forEach(findings);
        if (validation.accepted().isPresent()) {
            return validation
                    .accepted()
                    .map(accepted -> new Acceptance.InEffect(accepted, false, validation.refusals()));
        }
        Optional<AcceptedIngress> lastGood = lookup.object(LastGoodIngress.class, Kind.LAST_GOOD_INGRESS, name)
                .flatMap(kept -> Validation.of(kept.ingress(), now).accepted());
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
        return Optional.of(
                lastGood.<Acceptance>map(accepted -> new Acceptance.InEffect(accepted, true, validation.refusals()))
                        .orElseGet(() -> new Acceptance.Rejected(validation.refusals())));
    }
}
