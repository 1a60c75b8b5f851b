package io.portafilter.compiler;

import io.portafilter.compiler.annotation.AnnotationReader;
import io.portafilter.compiler.host.AliasOwnerUnit;
import io.portafilter.compiler.host.HostClaimsUnit;
import io.portafilter.compiler.host.RouteUnit;
import io.portafilter.compiler.host.VirtualHostUnit;
import io.portafilter.compiler.incremental.Engine;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Outcome;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitKey;
import io.portafilter.compiler.ingress.DefaultBackendUnit;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.compiler.listener.ListenerUnits;
import io.portafilter.compiler.service.ClusterUnit;
import io.portafilter.compiler.service.EndpointsUnit;
import io.portafilter.compiler.settings.SettingsUnits;
import io.portafilter.compiler.tls.TlsUnits;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;

/**
 * Ingresses to published objects. Given the same snapshot it always comes to the same objects and findings, whether it got there step
 * by step or at once; a step costs what its changes touch. Not safe for use by several threads.
 */
public final class Compiler {
    /** The listeners and virtual hosts that belong together; there is one such set. */
    public static final String LISTENER_SET = "ingress";

    private final CompilerOptions options;
    private final SettingsUnits settings;
    private final Engine engine;
    private final Map<Key, Published> objects = new HashMap<>();
    private IngressStates states = IngressStates.NONE;

    /** A compiler that has seen nothing yet. */
    public Compiler(CompilerOptions options) {
        this.options = options;
        this.settings = new SettingsUnits(options.configMap(), LISTENER_SET);
        this.engine = new Engine(units());
    }

    private List<Unit<?, ?>> units() {
        DefaultBackendUnit defaultBackend = new DefaultBackendUnit(options.defaultBackendService());
        List<Unit<?, ?>> units = new ArrayList<>(settings.units());
        units.add(new IngressUnit(options.classes(), options.catchAll(), this::annotationReader).unit());
        units.add(defaultBackend.unit());
        units.add(HostClaimsUnit.unit());
        units.add(AliasOwnerUnit.unit());
        units.add(ClusterUnit.unit());
        units.add(new EndpointsUnit(settings, options.externalNames()).unit());
        units.addAll(TlsUnits.units(HostClaimsUnit.BY_SECRET, VirtualHostUnit.BY_IDENTITY));
        units.add(new VirtualHostUnit(LISTENER_SET).unit());
        units.add(new RouteUnit(LISTENER_SET, settings, defaultBackend).unit());
        units.addAll(new ListenerUnits(LISTENER_SET, options.defaultSslCertificate()).units());
        return units;
    }

    private AnnotationReader annotationReader(Lookup lookup) {
        return new AnnotationReader(settings.compilerSettings(lookup)
                .annotationOptions(options.annotationsPrefix(), options.validateAnnotations()));
    }

    /**
     * Moves on to the next snapshot.
     *
     * @param next the world now
     * @param changes at least everything that differs from the snapshot of the step before
     */
    public Compilation compile(Snapshot next, Collection<? extends Change> changes) {
        Outcome first = engine.stepBy(next, changes);
        List<Change> lastGood = LastGood.changes(engine, next, changes, first);
        Snapshot compiled = next.with(lastGood);
        Outcome second = engine.stepBy(compiled, lastGood);

        Difference<IngressState> changedStates = IngressStates.difference(first).then(IngressStates.difference(second));
        states = states.after(changedStates);

        Map<Key, Optional<Published>> touched = new HashMap<>();
        List.of(first, second).forEach(outcome -> collect(outcome, touched));
        List<Published> puts = new ArrayList<>();
        List<Key> deletes = new ArrayList<>();
        touched.keySet().stream()
                .sorted()
                .forEach(key -> apply(key, touched.getOrDefault(key, Optional.empty()), puts, deletes));
        Set<UnitKey> ran = new HashSet<>(first.ran());
        ran.addAll(second.ran());
        return new Compilation(
                compiled, puts, deletes, lastGood, first.findings().then(second.findings()), changedStates, ran);
    }

    private static void collect(Outcome outcome, Map<Key, Optional<Published>> touched) {
        for (Outcome.Changed changed : outcome.changed()) {
            published(changed.before()).ifPresent(before -> touched.put(before.key(), Optional.empty()));
            published(changed.after()).ifPresent(after -> touched.put(after.key(), Optional.of(after)));
        }
    }

    private static Optional<Published> published(Optional<?> value) {
        return value.filter(Published.class::isInstance).map(Published.class::cast);
    }

    private void apply(Key key, Optional<Published> now, List<Published> puts, List<Key> deletes) {
        Optional<Published> before =
                Optional.ofNullable(now.isPresent() ? objects.put(key, now.get()) : objects.remove(key));
        if (!before.equals(now)) {
            now.ifPresentOrElse(puts::add, () -> deletes.add(key));
        }
    }

    /** The published objects, by key. */
    public SortedMap<Key, Published> objects() {
        return new TreeMap<>(objects);
    }

    /** What is wrong. */
    public PSortedSet<Finding> findings() {
        return engine.findings();
    }

    /** What became of each Ingress. */
    public PSortedMap<Name, IngressState> ingresses() {
        return states.byName();
    }
}
