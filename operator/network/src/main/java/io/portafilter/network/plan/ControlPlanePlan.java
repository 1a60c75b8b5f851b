package io.portafilter.network.plan;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.PodNetwork.Allocation;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.TextEdit;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import java.util.List;
import java.util.Optional;

/** What the control plane and the kubelets were started with: the record is ours to correct, the flags are a person's. */
final class ControlPlanePlan {
    private final Observation seen;
    private final NetworkSetupSpec spec;

    ControlPlanePlan(Observation seen, NetworkSetupSpec spec) {
        this.seen = seen;
        this.spec = spec;
    }

    void changes(List<Change> changes) {
        if (spec.pods().allocation() != Allocation.PROVIDER) {
            String pods = String.join(",", spec.pods().cidrs());
            record(changes, "kubeadm-config", "ClusterConfiguration", List.of("networking", "podSubnet"), pods);
            flags(changes, Topic.POD_RANGES, "cluster-cidr", pods);
        }
        String services = String.join(",", spec.services().cidrs());
        record(changes, "kubeadm-config", "ClusterConfiguration", List.of("networking", "serviceSubnet"), services);
        flags(changes, Topic.SERVICE_RANGES, "service-cluster-ip-range", services);
        record(
                changes,
                "kubeadm-config",
                "ClusterConfiguration",
                List.of("networking", "dnsDomain"),
                spec.dns().clusterDomain());
        if (record(
                changes,
                "kubelet-config",
                "kubelet",
                List.of("clusterDomain"),
                spec.dns().clusterDomain())) {
            changes.add(kubelets());
        }
    }

    /** Corrects a value in one of kubeadm's records, if it is there and another. */
    private boolean record(List<Change> changes, String name, String key, List<String> path, String wanted) {
        Optional<ClusterObject> config = seen.cluster().configMap("kube-system", name);
        Optional<String> text = config.flatMap(object -> object.data(key));
        Optional<String> live = seen.readings().stream()
                .filter(reading -> reading.object().equals("ConfigMap kube-system/" + name)
                        && reading.field().equals(String.join(".", path)))
                .map(Reading::value)
                .findFirst();
        Optional<String> edited = text.filter(now -> live.isPresent()
                        && !String.join(",", values(live.get())).equals(wanted))
                .flatMap(now -> TextEdit.set(now, path, wanted));
        edited.ifPresent(now -> changes.add(new Change(
                new ObjectId("ConfigMap", "kube-system", name),
                key,
                text.orElse(""),
                now,
                Risk.NONE,
                Feasibility.APPLY,
                Drift.of(config.flatMap(object -> LastWritten.of(object, key)), text.orElse(""), now),
                "nothing runs by it: kubeadm reads it at the next upgrade",
                "the ConfigMap has the text",
                "the ConfigMap as it was",
                List.of())));
        return edited.isPresent();
    }

    private static List<String> values(String text) {
        return List.of(text.replace(" ", "").split(",", -1));
    }

    private void flags(List<Change> changes, Topic topic, String flag, String wanted) {
        seen.about(topic).stream()
                .filter(reading -> reading.field().equals("--" + flag))
                .filter(reading -> reading.object().startsWith("Pod ")
                        && !String.join(",", reading.values()).equals(wanted))
                .forEach(reading -> changes.add(new Change(
                        ObjectId.parse(reading.object()),
                        reading.field(),
                        reading.value(),
                        wanted,
                        Risk.CONTROL_PLANE,
                        Feasibility.MANUAL,
                        Drift.FIRST,
                        "one control-plane node after the other; a backup of etcd",
                        "the pod runs again with --" + flag + "=" + wanted,
                        "the flag as it was",
                        List.of(
                                "edit the manifest of " + reading.object()
                                        + " in /etc/kubernetes/manifests on its node:",
                                "--" + flag + "=" + wanted,
                                "the kubelet restarts it by itself"))));
    }

    private static Change kubelets() {
        return new Change(
                new ObjectId("Node", "", "*"),
                "kubelet clusterDomain",
                "",
                "as ConfigMap kube-system/kubelet-config",
                Risk.NONE,
                Feasibility.MANUAL,
                Drift.FIRST,
                "CoreDNS serves the new domain already",
                "a new pod's /etc/resolv.conf names the new domain",
                "the old domain in the file, and another restart",
                List.of(
                        "on each node: kubeadm upgrade node phase kubelet-config",
                        "systemctl restart kubelet",
                        "pods that run keep the old search list until they are replaced"));
    }
}
