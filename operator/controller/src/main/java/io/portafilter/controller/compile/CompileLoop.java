package io.portafilter.controller.compile;

import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.Compiler;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pcollections.PSortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a change in the operator: one thread that takes all that has arrived whenever it is free, and nothing waits for more.
 *
 * <pre>
 *   changes ─▶ Snapshot ─▶ Compiler ─▶ Publisher ─▶ listeners
 * </pre>
 *
 * <p>A step that fails, which is a mistake of ours, publishes nothing: a new compiler takes the whole cluster anew, and until that
 * succeeds what was published stays.
 */
public final class CompileLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompileLoop.class);

    private final Supplier<Compiler> compilers;
    private final List<StepListener> listeners;
    private final BlockingQueue<Work> work = new LinkedBlockingQueue<>();

    private final Publisher publisher = new Publisher();
    private final Thread thread;
    private volatile Optional<View> view = Optional.empty();

    @SuppressWarnings("NullAway.Init") // start makes it, before the thread that uses it
    private Compiler compiler;

    private Snapshot snapshot = Snapshot.empty();
    /** Whether the compiler has taken every step so far to its end. */
    private boolean sound = true;
    /** Whether there may be published objects that the compiler does not know, because it is a new one. */
    private boolean behind;

    private boolean ready;
    private final AtomicLong failures = new AtomicLong();

    private sealed interface Work {}

    private record Changes(Collection<? extends Change> changes) implements Work {}

    private record Question(Runnable answer) implements Work {}

    private record Anew() implements Work {}

    private record End() implements Work {}

    /**
     * A loop that waits for {@link #start}.
     *
     * @param compilers makes a compiler that has seen nothing yet; is not asked before the start
     * @param listeners are told of each step, in this order
     */
    public CompileLoop(Supplier<Compiler> compilers, List<StepListener> listeners) {
        this.compilers = compilers;
        this.listeners = List.copyOf(listeners);
        this.thread = Thread.ofPlatform().name("compile").daemon().unstarted(this::run);
    }

    /**
     * Begins with the whole cluster, so that the first thing that is published is complete.
     *
     * @param initial everything that there is
     */
    public void start(Collection<? extends Change> initial) {
        // What the operator may read is known by now, and with it what its compiler has to do without.
        compiler = compilers.get();
        work.add(new Changes(List.copyOf(initial)));
        thread.start();
    }

    /** Whether it takes changes, or will when it is started. */
    public boolean isAlive() {
        return thread.getState() != Thread.State.TERMINATED;
    }

    /** How many steps failed so far. */
    public long failures() {
        return failures.get();
    }

    /** Hands changes over, in the order in which they happened; returns at once. */
    public void accept(Collection<? extends Change> changes) {
        if (!changes.isEmpty()) {
            work.add(new Changes(List.copyOf(changes)));
        }
    }

    /**
     * Asks the compiler something after all changes that were handed over before; it answers on the loop's thread.
     *
     * @param question must leave the compiler as it was
     * @return its answer; fails if it throws, or if the compiler could not take the last changes
     */
    public <T> CompletableFuture<T> ask(Function<Compiler, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        work.add(new Question(() -> {
            if (!sound) {
                answer.completeExceptionally(new IllegalStateException("the last step failed"));
                return;
            }
            try {
                answer.complete(question.apply(compiler));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }));
        return answer;
    }

    /** What is known after the last step; empty before the first. */
    public Optional<View> view() {
        return view;
    }

    /**
     * What a compilation from scratch must come to.
     *
     * @return empty where that cannot be said at this moment: a Secret is on its way, or the last step failed
     */
    CompletableFuture<Optional<Sample>> sample() {
        CompletableFuture<Optional<Sample>> answer = new CompletableFuture<>();
        work.add(new Question(() -> answer.complete(
                sound && !behind && compiler.pending().isEmpty()
                        ? Optional.of(new Sample(snapshot, compiler.findings(), publisher.version()))
                        : Optional.empty())));
        return answer;
    }

    /** The input and the outcome of all steps so far. */
    record Sample(Snapshot snapshot, PSortedSet<Finding> findings, Version version) {}

    /** Takes a new compiler for the whole cluster, because the one that there is has gone wrong; listeners get what that changes. */
    void compileAnew() {
        work.add(new Anew());
    }

    private void run() {
        List<Work> arrived = new ArrayList<>();
        while (true) {
            arrived.clear();
            try {
                arrived.add(work.take());
            } catch (InterruptedException e) {
                return;
            }
            work.drainTo(arrived);
            List<Change> changes = new ArrayList<>();
            for (Work item : arrived) {
                switch (item) {
                    case Changes some -> changes.addAll(some.changes());
                    case Question question -> {
                        step(changes);
                        changes.clear();
                        question.answer().run();
                    }
                    case Anew _ -> {
                        step(changes);
                        changes.clear();
                        everything();
                    }
                    case End _ -> {
                        return;
                    }
                }
            }
            step(changes);
        }
    }

    private void step(List<Change> arrived) {
        List<Change> changes = snapshot.effective(arrived);
        if (changes.isEmpty() && view.isPresent()) {
            return;
        }
        Snapshot next = snapshot.with(changes);
        if (sound) {
            try {
                Compilation compilation = compiler.compile(next, changes);
                snapshot = compilation.snapshot();
                publish(compilation, publisher.publish(compilation.puts(), deletes(compilation)));
                return;
            } catch (RuntimeException e) {
                LOG.error("a step failed; the whole cluster is compiled anew", e);
                failures.incrementAndGet();
                sound = false;
            }
        }
        snapshot = next;
        everything();
    }

    private void everything() {
        try {
            compiler = compilers.get();
            List<Change> everything = new ArrayList<>();
            snapshot.all().forEach(object -> everything.add(new Change.Put(object)));
            Compilation compilation = compiler.compile(snapshot, everything);
            snapshot = compilation.snapshot();
            sound = true;
            behind = true;
            publish(sinceView(compilation), publisher.publish(compiler.objects().values(), deletes(compilation)));
        } catch (RuntimeException e) {
            LOG.error("the cluster cannot be compiled; what was published stays until the next change", e);
            failures.incrementAndGet();
            sound = false;
        }
    }

    /**
     * What is gone. A new compiler does not know what was published; while objects wait for a Secret, what is missing may only be late.
     */
    private List<Key> deletes(Compilation compilation) {
        if (!behind) {
            return compilation.deletes();
        }
        if (!compiler.pending().isEmpty()) {
            return List.of();
        }
        behind = false;
        SortedMap<Key, Published> objects = compiler.objects();
        return publisher.inventory().objects().keySet().stream()
                .filter(key -> !objects.containsKey(key))
                .toList();
    }

    /** What listeners have not been told yet: a new compiler takes everything for new. */
    private Compilation sinceView(Compilation anew) {
        return view.map(before -> anew.telling(
                        Difference.between(before.findings(), compiler.findings()),
                        Difference.between(
                                new TreeSet<>(before.ingresses().values()),
                                new TreeSet<>(compiler.ingresses().values())),
                        Difference.between(before.secrets(), compiler.secrets())))
                .orElse(anew);
    }

    private void publish(Compilation compilation, List<Frame.Down> frames) {
        ready |= compiler.pending().isEmpty();
        View after = new View(
                snapshot,
                compiler.findings(),
                compiler.ingresses(),
                compiler.secrets(),
                compiler.pending(),
                ready,
                publisher.version());
        view = Optional.of(after);
        for (StepListener listener : listeners) {
            try {
                listener.stepped(compilation, frames, after);
            } catch (RuntimeException e) {
                // The step itself is good: the others, and the next steps, must not suffer.
                LOG.error("a listener of the compile loop failed", e);
            }
        }
    }

    /** Ends after what was handed over before. */
    @Override
    public void close() {
        work.add(new End());
    }
}
