package io.portafilter.controller.compile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.compiler.Compiler;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Change;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Now and then compiles the cluster from scratch and compares that with what was compiled step by step: both must be equal. If they are
 * not, which is a mistake of ours, it says so loudly, and what was compiled from scratch takes over. It works beside the compile loop,
 * so that no change waits for it.
 */
public final class ScratchCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchCheck.class);

    private final CompileLoop loop;
    private final Supplier<Compiler> compilers;
    private final Counter checks;
    private final Counter differences;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scratch-check").daemon().factory());

    ScratchCheck(CompileLoop loop, Supplier<Compiler> compilers, MeterRegistry meters) {
        this.loop = loop;
        this.compilers = compilers;
        this.checks = Counter.builder("portafilter_scratch_checks")
                .description("How often the configuration was compared with one compiled from scratch.")
                .register(meters);
        this.differences = Counter.builder("portafilter_scratch_differences")
                .description("How often the configuration differed from one compiled from scratch: 0, or report a bug.")
                .register(meters);
    }

    /** A check that runs from now on. */
    public static ScratchCheck every(
            Duration period, CompileLoop loop, Supplier<Compiler> compilers, MeterRegistry meters) {
        ScratchCheck check = new ScratchCheck(loop, compilers, meters);
        check.timer.scheduleWithFixedDelay(
                check::runQuietly, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return check;
    }

    private void runQuietly() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("the configuration could not be compiled from scratch to compare it", e);
        }
    }

    /** Checks once; whether all is well, or nothing could be compared at this moment. */
    boolean run() {
        return loop.sample().join().map(this::isEqualFromScratch).orElse(true);
    }

    private boolean isEqualFromScratch(CompileLoop.Sample sample) {
        checks.increment();
        Compiler compiler = compilers.get();
        List<Change.Put> everything =
                sample.snapshot().all().map(Change.Put::new).toList();
        compiler.compile(sample.snapshot(), everything);
        Publisher publisher = new Publisher();
        publisher.publish(compiler.objects().values(), List.of());
        Version version = publisher.version();
        boolean equal = version.equals(sample.version()) && compiler.findings().equals(sample.findings());
        if (!equal) {
            differences.increment();
            LOG.error(
                    "what was compiled step by step, {} with {} findings, is not what a compilation from scratch comes to, {}"
                            + " with {} findings; the latter takes over. Please report this as a bug",
                    sample.version(),
                    sample.findings().size(),
                    version,
                    compiler.findings().size());
            loop.compileAnew();
        }
        return equal;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
