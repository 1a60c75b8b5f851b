package io.portafilter.network.plan;

import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cni.ProviderEdits;
import io.portafilter.network.cni.ProviderEdits.Edit;
import io.portafilter.network.cni.ProviderEdits.Reader;
import io.portafilter.network.observe.CniView;
import io.portafilter.network.observe.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ConfigMaps of network providers. */
final class NetworkPlan {
    private final Observation seen;
    private final NetworkSetupSpec spec;

    NetworkPlan(Observation seen, NetworkSetupSpec spec) {
        this.seen = seen;
        this.spec = spec;
    }

    void changes(List<Change> changes, List<String> refusals) {
        Provider live = seen.cni().provider();
        Provider wanted = spec.cni().provider();
        if (wanted != live && wanted != Provider.EXTERNAL) {
            refusals.add("spec.cni.provider: the cluster runs " + live.word() + ", not " + wanted.word()
                    + "; replacing a running network needs every node drained and is not planned");
            return;
        }
        if (wanted == Provider.EXTERNAL) {
            return;
        }
        CniView.config(seen.cluster(), live).ifPresent(config -> {
            List<Edit> edits = ProviderEdits.of(live, config, spec);
            List<Change> texts = new ArrayList<>();
            edits.forEach(edit -> add(config, edit, texts, refusals));
            changes.addAll(texts);
            for (Reader reader : Reader.values()) {
                restart(config, reader, edits, texts).ifPresent(changes::add);
            }
        });
    }

    /** One restart for all texts that a workload reads. */
    private Optional<Change> restart(ClusterObject config, Reader reader, List<Edit> edits, List<Change> texts) {
        List<String> keys = edits.stream()
                .filter(edit -> edit.reader() == reader && edit.possible())
                .map(Edit::key)
                .toList();
        List<Change> read =
                texts.stream().filter(change -> keys.contains(change.field())).toList();
        return read.stream()
                .map(Change::drift)
                .max(Comparator.naturalOrder())
                .map(drift -> RestartChange.of(
                        seen,
                        workload(config, reader),
                        read.stream().map(Change::wanted).toList(),
                        Risk.NETWORK_RESTART,
                        drift));
    }

    private ObjectId workload(ClusterObject config, Reader reader) {
        return switch (reader) {
            case DAEMON -> seen.cni().evidence().getFirst();
            case OPERATOR -> new ObjectId("Deployment", config.id().namespace(), "cilium-operator");
        };
    }

    private static void add(ClusterObject config, Edit edit, List<Change> changes, List<String> refusals) {
        String live = config.data(edit.key()).orElse("");
        Optional<String> wanted = edit.wanted();
        if (wanted.isEmpty()) {
            refusals.add(config.id() + " " + edit.key()
                    + ": it cannot be edited without touching the rest of it; change it by hand");
        } else if (!wanted.get().equals(live)) {
            changes.add(new Change(
                    config.id(),
                    edit.key(),
                    live,
                    wanted.get(),
                    Risk.NETWORK_RESTART,
                    edit.possible() ? Feasibility.APPLY : Feasibility.IMPOSSIBLE,
                    Drift.of(LastWritten.of(config, edit.key()), live, wanted.get()),
                    "every node's range lies in the new one",
                    "the ConfigMap has the text",
                    "the ConfigMap as it was",
                    List.of(edit.note())));
        }
    }
}
