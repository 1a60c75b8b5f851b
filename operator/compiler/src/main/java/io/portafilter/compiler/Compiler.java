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
import io.portafilter.compiler.ingress.DefaultBackendUnit;
import io.portafilter.compiler.ingress.IngressRules;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.compiler.listener.ListenerUnits;
import io.portafilter.compiler.service.ClusterUnit;
import io.portafilter.compiler.service.EndpointsUnit;
import io.portafilter.compiler.settings.CompilerSettings;
import io.portafilter.compiler.settings.SettingsUnits;
import io.portafilter.compiler.tls.TlsUnits;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private final Publication publication = new Publication();
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
        units.add(new IngressUnit(options.classes(), this::rules).unit());
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

    private IngressRules rules(Lookup lookup) {
        CompilerSettings now = settings.compilerSettings(lookup);
        return new IngressRules(
                new AnnotationReader(now.annotationOptions(options.annotationsPrefix(), options.validateAnnotations())),
                now.strictValidatePathType().value(),
                options.deepInspection(),
                options.catchAll());
    }

    /**
     * Moves on to the next snapshot.
     *
     * @param next the world now
     * @param changes at least everything that differs from the snapshot of the step before
     */
    public Compilation compile(Snapshot next, Collection<? extends Change> changes) {
        Moved moved = move(next, changes);
        Difference<IngressState> changedStates = IngressStates.difference(moved.outcome());
        states = states.after(changedStates);
        Publication.Step step = publication.take(
                wanted(moved.outcome()), engine.isPending(), engine.heldValues().flatMap(Compiler::published));
        return new Compilation(
                moved.to(),
                step.puts(),
                step.deletes(),
                moved.lastGood(),
                moved.outcome().findings(),
                changedStates,
                moved.outcome().secrets(),
                moved.outcome().ran());
    }

    /**
     * Says what changes would lead to. Nothing changes: not the objects, not the findings, not what is read; it costs what a step with
     * these changes would cost.
     */
    public Consideration consider(Collection<? extends Change> changes) {
        return engine.tentatively(() -> {
            Outcome outcome = move(engine.snapshot().with(changes), changes).outcome();
            SortedMap<Name, Verdict> verdicts = new TreeMap<>();
            for (Change change : changes) {
                if (change instanceof Change.Put && change.ref().kind() == Kind.INGRESS) {
                    Name name = change.ref().name();
                    verdicts.put(name, Verdicts.of(name, engine, outcome.findings()));
                }
            }
            return new Consideration(outcome.findings(), IngressStates.difference(outcome), verdicts);
        });
    }

    private record Moved(Snapshot to, List<Change> lastGood, Outcome outcome) {}

    private Moved move(Snapshot next, Collection<? extends Change> changes) {
        Outcome first = engine.stepBy(next, changes);
        List<Change> lastGood = LastGood.changes(engine, next, changes, first);
        if (lastGood.isEmpty()) {
            return new Moved(next, lastGood, first);
        }
        Snapshot to = next.with(lastGood);
        return new Moved(to, lastGood, first.then(engine.stepBy(to, lastGood)));
    }

    private static Map<Key, Optional<Published>> wanted(Outcome outcome) {
        Map<Key, Optional<Published>> wanted = new HashMap<>();
        for (Outcome.Changed changed : outcome.changed()) {
            changed.before().stream()
                    .flatMap(Compiler::published)
                    .forEach(before -> wanted.put(before.key(), Optional.empty()));
            changed.after().stream()
                    .flatMap(Compiler::published)
                    .forEach(after -> wanted.put(after.key(), Optional.of(after)));
        }
        return wanted;
    }

    private static Stream<Published> published(Object value) {
        return value instanceof Published object ? Stream.of(object) : Stream.empty();
    }

    /** The published objects, by key. */
    public SortedMap<Key, Published> objects() {
        return publication.objects();
    }

    /** The Secrets that the configuration depends on, whether they exist or not. No other Secret's contents are needed. */
    public PSortedSet<Name> secrets() {
        return engine.secrets();
    }

    /** Those of {@link #secrets} that exist and whose contents are not here yet: what depends on them stays as it was. */
    public PSortedSet<Name> pending() {
        return engine.pendingSecrets();
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
