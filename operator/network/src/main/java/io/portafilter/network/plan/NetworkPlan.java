package io.portafilter.network.plan;

import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cni.ProviderEdits;
import io.portafilter.network.cni.ProviderEdits.Edit;
import io.portafilter.network.observe.CniView;
import io.portafilter.network.observe.Observation;
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
        CniView.config(seen.cluster(), live)
                .ifPresent(config ->
                        ProviderEdits.of(live, config, spec).forEach(edit -> add(config, edit, changes, refusals)));
    }

    private static void add(ClusterObject config, Edit edit, List<Change> changes, List<String> refusals) {
        String live = config.data(edit.key()).orElse("");
        Optional<String> wanted = edit.wanted();
        if (wanted.isEmpty()) {
            refusals.add(config.id() + " " + edit.key()
                    + ": it cannot be edited without touching the rest of it; change it by hand");
        } else if (!wanted.get().equals(live)) {
            changes.add(new Change(
                    config.id().toString(),
                    edit.key(),
                    live,
                    wanted.get(),
                    Risk.NETWORK_RESTART,
                    edit.possible() ? Feasibility.APPLY : Feasibility.IMPOSSIBLE,
                    Drift.of(LastWritten.of(config), live, wanted.get()),
                    "every node's range lies in the new one",
                    "the provider's pods are ready after their restart, and a pod of each node reaches one of another",
                    "the ConfigMap as it was, and another restart",
                    List.of(edit.note())));
        }
    }
}
