package io.portafilter.controller.event;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.contract.Frame;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.event.NoticeQueue.Urgency;
import io.portafilter.controller.leader.Followed;
import io.portafilter.controller.leader.LeaderTask;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells findings where the owners of objects look, while this replica leads: new ones at once, those that it inherits unless they were
 * told before, and each again before the API server forgets it.
 */
public final class EventTask implements LeaderTask, StepListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventTask.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration REPEAT = Duration.ofMinutes(50);
    private static final int LONGEST_QUEUE = 50_000;

    private final Followed<Subject, Boolean> views = new Followed<>(this::gather);
    private final EventOptions options;
    private final Supplier<? extends Collection<Finding>> more;
    private final EventWriter writer;
    private final MeterRegistry meters;
    private final Limits limits = new Limits(System.nanoTime());
    private NoticeQueue queue = new NoticeQueue(LONGEST_QUEUE);
    private Set<Finding> extra = Set.of();
    private int refusal;

    /** What may have to be told. */
    private sealed interface Subject {}

    private record Found(Finding finding) implements Subject {}

    private record Changed(Name ingress) implements Subject {}

    /**
     * A task that waits to be started.
     *
     * @param more findings that the compiler does not know, looked at every minute
     */
    public EventTask(
            KubernetesClient client,
            EventOptions options,
            Supplier<? extends Collection<Finding>> more,
            MeterRegistry meters) {
        this.options = options;
        this.more = more;
        this.meters = meters;
        this.writer = new EventWriter(client, options.instance(), Clock.systemUTC());
    }

    private void gather(Compilation compilation, Map<Subject, Boolean> touched) {
        compilation.findings().came().forEach(finding -> touched.put(new Found(finding), true));
        if (options.syncEvents()) {
            compilation.ran().stream()
                    .filter(unit -> unit.unit().equals(IngressUnit.ID.name()))
                    .forEach(unit -> touched.put(new Changed((Name) unit.key()), true));
        }
    }

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        views.stepped(compilation, frames, view);
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public void lead() throws InterruptedException {
        try {
            View first = views.begin();
            queue = new NoticeQueue(LONGEST_QUEUE);
            extra = Set.of();
            addAll(first.findings(), first, Urgency.STANDING);
            look(first, Urgency.STANDING);
            Snapshot known = first.snapshot();
            long looked = System.nanoTime();
            long repeated = looked;
            while (true) {
                Followed.News<Subject, Boolean> news = views.await(pause());
                View view = news.view();
                Snapshot before = known;
                news.touched().keySet().forEach(subject -> add(subject, before, view));
                known = view.snapshot();
                long now = System.nanoTime();
                if (now - looked >= LOOK.toNanos()) {
                    look(view, Urgency.FRESH);
                    looked = now;
                }
                if (now - repeated >= REPEAT.toNanos()) {
                    addAll(view.findings(), view, Urgency.REPEATED);
                    addAll(extra, view, Urgency.REPEATED);
                    repeated = now;
                }
                writeSome();
            }
        } finally {
            views.end();
        }
    }

    private Duration pause() {
        return queue.isEmpty() ? LOOK : Duration.ofNanos(limits.waitNanos(System.nanoTime()));
    }

    private void look(View view, Urgency urgency) {
        Set<Finding> now = Set.copyOf(more.get());
        Set<Finding> came = new HashSet<>(now);
        came.removeAll(extra);
        extra = now;
        addAll(came, view, urgency);
    }

    private void addAll(Collection<Finding> findings, View view, Urgency urgency) {
        findings.forEach(finding -> Notices.of(finding, view).ifPresent(notice -> add(notice, urgency)));
    }

    private void add(Subject subject, Snapshot before, View view) {
        switch (subject) {
            case Found(Finding finding) -> {
                if (view.findings().contains(finding)) {
                    addAll(List.of(finding), view, Urgency.FRESH);
                }
            }
            case Changed(Name ingress) ->
                Notices.sync(ingress, before, view).ifPresent(notice -> add(notice, Urgency.ROUTINE));
        }
    }

    private void add(Notice notice, Urgency urgency) {
        if (!queue.add(notice, urgency)) {
            dropped("queue");
        }
    }

    private void writeSome() {
        while (!queue.isEmpty() && limits.waitNanos(System.nanoTime()) == 0) {
            Optional<NoticeQueue.Waiting> next = queue.poll();
            if (next.filter(one -> limits.take(one.notice(), System.nanoTime())).isPresent()) {
                write(next.get());
            } else {
                dropped("limit");
            }
        }
    }

    private void write(NoticeQueue.Waiting waiting) {
        try {
            switch (waiting.urgency()) {
                case FRESH, ROUTINE -> writer.tellAgain(waiting.notice());
                case STANDING -> writer.tell(waiting.notice());
                case REPEATED -> writer.repeat(waiting.notice());
            }
        } catch (KubernetesClientException e) {
            int code = e.getCode();
            if (code < 400 || code == 429 || code >= 500) {
                throw e;
            }
            dropped("refused");
            if (code != refusal && !endsWithItsNamespace(e)) {
                refusal = code;
                LOG.warn(
                        "an Event about {} is refused; others may be, silently: {}",
                        waiting.notice().object(),
                        e.getMessage());
            }
        }
    }

    private static boolean endsWithItsNamespace(KubernetesClientException refused) {
        return Stream.ofNullable(refused.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getDetails()))
                .flatMap(details -> details.getCauses().stream())
                .anyMatch(cause -> "NamespaceTerminating".equals(cause.getReason()));
    }

    private void dropped(String why) {
        Counter.builder("portafilter_events_dropped")
                .description("Events that were not written: too many, or refused by the API server.")
                .tag("reason", why)
                .register(meters)
                .increment();
    }
}
