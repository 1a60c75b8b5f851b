package io.portafilter.controller.lastgood;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Frame;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.leader.Followed;
import io.portafilter.controller.leader.Installation;
import io.portafilter.controller.leader.LeaderTask;
import io.portafilter.controller.watch.KeptConfigMaps;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the last good text of each Ingress that is invalid, while this replica leads, and deletes it some time after it is needed no
 * more: at once would be too early, as a replica that hears of a deletion late may need the text again already.
 */
public final class LastGoodTask implements LeaderTask, StepListener {
    private static final Logger LOG = LoggerFactory.getLogger(LastGoodTask.class);
    private static final Duration IDLE = Duration.ofHours(1);

    private final Followed<Name, Optional<LastGoodIngress>> views = new Followed<>(LastGoodTask::gather);
    private final LastGoodWriter writer;
    private final LastGoodReader reader;
    private final Installation installation;
    private final Duration grace;
    private final Map<Name, Finding> refused = new ConcurrentSkipListMap<>();
    private final Set<Name> vanished = ConcurrentHashMap.newKeySet();
    private final Map<Name, LastGoodIngress> stored = new HashMap<>();
    private final Map<Name, Long> unneeded = new HashMap<>();

    LastGoodTask(KubernetesClient client, Installation installation, Duration grace) {
        this.installation = installation;
        this.grace = grace;
        this.writer = new LastGoodWriter(client, installation);
        this.reader = new LastGoodReader(
                LastGoodConfigMaps.of(installation), this::isInEffect, this::isOverruled, this::gone);
    }

    /** The last good texts of the installation that elects its leader by this Lease. */
    public LastGoodTask(KubernetesClient client, Installation installation) {
        this(client, installation, Duration.ofMinutes(1));
    }

    /** What the watch needs to know to hear of them, in every replica. */
    public KeptConfigMaps configMaps() {
        return new KeptConfigMaps(installation.namespace(), LastGoodConfigMaps.LABEL + "=true", reader);
    }

    /** What is wrong with last good texts. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(reader.findings());
        findings.addAll(refused.values());
        return findings.stream().sorted().toList();
    }

    private static void gather(Compilation compilation, Map<Name, Optional<LastGoodIngress>> touched) {
        for (Change change : compilation.lastGood()) {
            switch (change) {
                case Change.Put put
                when put.object() instanceof LastGoodIngress lastGood ->
                    touched.put(put.ref().name(), Optional.of(lastGood));
                default -> touched.put(change.ref().name(), Optional.empty());
            }
        }
    }

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        views.stepped(compilation, frames, view);
    }

    @Override
    public String name() {
        return "last good texts";
    }

    @Override
    public void lead() throws InterruptedException {
        try {
            begin(views.begin());
            while (true) {
                Followed.News<Name, Optional<LastGoodIngress>> news = views.await(unneeded.isEmpty() ? IDLE : grace);
                stored.keySet().removeIf(vanished::remove);
                news.touched()
                        .forEach((ingress, text) -> text.ifPresentOrElse(
                                good -> keep(ingress, good), () -> unneeded.putIfAbsent(ingress, System.nanoTime())));
                forgetDue(news.view());
            }
        } finally {
            views.end();
        }
    }

    /** A new leader sets right what the one before it left undone. */
    private void begin(View view) {
        stored.clear();
        unneeded.clear();
        vanished.clear();
        writer.stored().forEach((ingress, text) -> {
            text.ifPresent(good -> stored.put(ingress, good));
            if (!isKept(view, ingress)) {
                unneeded.put(ingress, System.nanoTime());
            }
        });
        view.ingresses().values().stream()
                .filter(state -> state.effect() == IngressState.Effect.LAST_GOOD)
                .map(IngressState::name)
                .forEach(ingress -> text(view, ingress).ifPresent(text -> keep(ingress, text)));
    }

    private void keep(Name ingress, LastGoodIngress text) {
        unneeded.remove(ingress);
        if (!text.equals(stored.get(ingress))) {
            writer.save(text).ifPresentOrElse(finding -> refuse(ingress, finding), () -> refused.remove(ingress));
            stored.put(ingress, text);
        }
    }

    private void refuse(Name ingress, Finding finding) {
        refused.put(ingress, finding);
        LOG.warn("Ingress {}: {}", ingress, finding.message());
    }

    private void forgetDue(View view) {
        long now = System.nanoTime();
        for (Map.Entry<Name, Long> entry : List.copyOf(unneeded.entrySet())) {
            Name ingress = entry.getKey();
            if (isKept(view, ingress)) {
                unneeded.remove(ingress);
            } else if (now - entry.getValue() >= grace.toNanos()) {
                writer.delete(ingress);
                unneeded.remove(ingress);
                stored.remove(ingress);
                refused.remove(ingress);
            }
        }
    }

    /** Its Ingress is there and not valid again: it may be of another class for a while only. */
    private static boolean isKept(View view, Name ingress) {
        return text(view, ingress).isPresent()
                && view.snapshot().get(new Ref(Kind.INGRESS, ingress)).isPresent();
    }

    private static Optional<LastGoodIngress> text(View view, Name ingress) {
        return view.snapshot()
                .get(new Ref(Kind.LAST_GOOD_INGRESS, ingress))
                .filter(LastGoodIngress.class::isInstance)
                .map(LastGoodIngress.class::cast);
    }

    private boolean isInEffect(Name ingress) {
        return effect(ingress).filter(IngressState.Effect.LAST_GOOD::equals).isPresent();
    }

    private Optional<IngressState.Effect> effect(Name ingress) {
        return views.view()
                .flatMap(view -> Optional.ofNullable(view.ingresses().get(ingress)))
                .map(IngressState::effect);
    }

    /**
     * While this replica leads, its own text counts: what comes then is an echo of what it wrote, maybe of an earlier one, or somebody's
     * hand. If its text is in effect it is written over what came.
     */
    private boolean isOverruled(LastGoodIngress come) {
        Name ingress = come.meta().name();
        if (!views.isFollowed()) {
            return false;
        }
        Optional<LastGoodIngress> own = isInEffect(ingress)
                ? views.view().flatMap(view -> text(view, ingress)).filter(text -> !text.equals(come))
                : Optional.empty();
        if (own.isPresent()) {
            vanished.add(ingress);
            views.touch(ingress, own);
        }
        return own.isPresent()
                || effect(ingress).filter(IngressState.Effect.CURRENT::equals).isPresent();
    }

    /** Somebody deleted a ConfigMap: if its text is in effect it is stored again. */
    private void gone(Name ingress) {
        if (isInEffect(ingress)) {
            vanished.add(ingress);
            views.view()
                    .flatMap(view -> text(view, ingress))
                    .ifPresent(text -> views.touch(ingress, Optional.of(text)));
        }
    }
}
