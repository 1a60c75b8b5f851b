package io.portafilter.cli.pipeline;

import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.contract.feed.Feed;
import io.portafilter.contract.feed.Target;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Snapshot;
import io.portafilter.snapshot.folder.StateFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change goes through. Nothing takes a shorter way than in a cluster: what the proxy gets are the bytes of frames.
 *
 * <pre>
 *   changes ─▶ Snapshot ─▶ Compiler ─▶ Publisher ─▶ frames as bytes ─▶ Feed ─▶ proxy
 *                             └─▶ last good ─▶ state folder
 * </pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Pipeline {
    private final Compiler compiler;
    private final Optional<StateFolder> state;
    private final Publisher publisher = new Publisher();
    private final Feed feed;
    private final TreeMap<Key, Frame.Refused> refused = new TreeMap<>();
    private Snapshot snapshot = Snapshot.empty();
    private boolean first = true;

    /**
     * A pipeline through which nothing went yet.
     *
     * @param compiler that has seen nothing yet
     * @param state where last good Ingresses survive a restart; empty: they do not
     * @param target who applies what comes out
     */
    public Pipeline(Compiler compiler, Optional<StateFolder> state, Target target) {
        this.compiler = compiler;
        this.state = state;
        this.feed = new Feed(target);
    }

    /** Takes changes all the way; they are in effect when this returns. The first call starts with what the state folder knows. */
    public synchronized void accept(Collection<? extends Change> changes) {
        List<Change> all = new ArrayList<>();
        if (first) {
            state.stream()
                    .flatMap(folder -> folder.lastGoodIngresses().stream())
                    .forEach(lastGood -> all.add(new Change.Put(lastGood)));
            first = false;
        }
        all.addAll(changes);
        Compilation compilation = compiler.compile(snapshot.with(all), all);
        snapshot = compilation.snapshot();
        // Before anything is published, so that a crash in between forgets nothing.
        state.ifPresent(folder -> compilation.lastGood().forEach(change -> remember(folder, change)));
        publish(compilation);
    }

    private static void remember(StateFolder folder, Change change) {
        switch (change) {
            case Change.Put put -> {
                if (put.object() instanceof LastGoodIngress lastGood) {
                    folder.keep(lastGood);
                }
            }
            case Change.Delete delete -> folder.forget(delete.ref().name());
        }
    }

    private void publish(Compilation compilation) {
        compilation.puts().stream().map(Published::key).forEach(refused::remove);
        compilation.deletes().forEach(refused::remove);
        for (Frame.Down frame : overTheWire(publisher.publish(compilation.puts(), compilation.deletes()))) {
            for (Frame.Up answer : feed.accept(frame)) {
                switch (answer) {
                    case Frame.Refused refusal -> refused.put(refusal.key(), refusal);
                    case Frame.Applied _ -> {}
                }
            }
        }
    }

    /** Writes frames as bytes and reads them again, in parallel: at the start there may be 100,000. */
    private static List<Frame.Down> overTheWire(List<Frame.Down> frames) {
        return frames.parallelStream()
                .map(FrameLines::write)
                .map(FrameLines::readDown)
                .toList();
    }

    /** Everything that the folder says, and the last good Ingresses. */
    public synchronized Snapshot snapshot() {
        return snapshot;
    }

    /** The objects that were published. */
    public synchronized SortedMap<Key, Published> objects() {
        return compiler.objects();
    }

    /** The version of what was published. */
    public synchronized Version version() {
        return publisher.version();
    }

    /** What the compiler found. */
    public synchronized List<Finding> findings() {
        return List.copyOf(compiler.findings());
    }

    /** What became of each Ingress. */
    public synchronized List<IngressState> ingresses() {
        return List.copyOf(compiler.ingresses().values());
    }

    /** The objects that the proxy could not take, sorted by key. */
    public synchronized List<Frame.Refused> refused() {
        return List.copyOf(refused.values());
    }
}
