package io.portafilter.e2e.cluster.network;

import io.portafilter.e2e.cluster.Cluster;
import java.util.Objects;

/**
 * The objects of flannel as its manifest has them, with a program that reads them as flanneld does, refuses to run for the same reasons and
 * touches no network. It installs nothing on the node: the cluster keeps its bridge.
 */
final class Flannel implements AutoCloseable {
    static final String NAMESPACE = "kube-flannel";
    static final String CONFIG = "kube-flannel-cfg";
    static final String DAEMONS = "kube-flannel-ds";

    private final Cluster cluster;

    private Flannel(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Creates the objects for this pod range and returns when the program runs. */
    static Flannel running(Cluster cluster, String range) {
        cluster.create(manifest(System.getProperty("e2e.flannel", "e2e.local/flannel:1"), range));
        Flannel flannel = new Flannel(cluster);
        new Daemons(cluster).awaitRollout(NAMESPACE, DAEMONS);
        return flannel;
    }

    /** The configuration now. */
    String netConf() {
        return Objects.requireNonNull(cluster.client()
                .configMaps()
                .inNamespace(NAMESPACE)
                .withName(CONFIG)
                .require()
                .getData()
                .get("net-conf.json"));
    }

    /** Writes a configuration by hand; nobody reads it before the next start. */
    void netConf(String text) {
        cluster.client().configMaps().inNamespace(NAMESPACE).withName(CONFIG).edit(live -> {
            live.getData().put("net-conf.json", text);
            return live;
        });
    }

    @Override
    public void close() {
        cluster.deleteNamespace(NAMESPACE);
        cluster.client().rbac().clusterRoles().withName("flannel").delete();
        cluster.client().rbac().clusterRoleBindings().withName("flannel").delete();
    }

    private static String manifest(String image, String range) {
        return """
            apiVersion: v1
            kind: Namespace
            metadata: {name: kube-flannel, labels: {k8s-app: flannel, pod-security.kubernetes.io/enforce: privileged}}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: flannel, namespace: kube-flannel, labels: {k8s-app: flannel}}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: flannel, labels: {k8s-app: flannel}}
            rules:
            - {apiGroups: [""], resources: [pods], verbs: [get]}
            - {apiGroups: [""], resources: [nodes], verbs: [get, list, watch]}
            - {apiGroups: [""], resources: [nodes/status], verbs: [patch]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: flannel, labels: {k8s-app: flannel}}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: flannel}
            subjects: [{kind: ServiceAccount, name: flannel, namespace: kube-flannel}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kube-flannel-cfg, namespace: kube-flannel, labels: {app: flannel, k8s-app: flannel, tier: node}}
            data:
              cni-conf.json: |
                {
                  "name": "cbr0",
                  "cniVersion": "0.3.1",
                  "plugins": [
                    {
                      "type": "flannel",
                      "delegate": {
                        "hairpinMode": true,
                        "isDefaultGateway": true
                      }
                    },
                    {
                      "type": "portmap",
                      "capabilities": {
                        "portMappings": true
                      }
                    }
                  ]
                }
              net-conf.json: |
                {
                  "Network": "%2$s",
                  "EnableNFTables": false,
                  "Backend": {
                    "Type": "vxlan"
                  }
                }
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: kube-flannel-ds, namespace: kube-flannel, labels: {app: flannel, k8s-app: flannel, tier: node}}
            spec:
              selector: {matchLabels: {app: flannel, k8s-app: flannel}}
              template:
                metadata: {labels: {app: flannel, k8s-app: flannel, tier: node}}
                spec:
                  hostNetwork: true
                  priorityClassName: system-node-critical
                  serviceAccountName: flannel
                  terminationGracePeriodSeconds: 0
                  tolerations: [{effect: NoSchedule, operator: Exists}]
                  containers:
                  - name: kube-flannel
                    image: %1$s
                    args: [--ip-masq, --kube-subnet-mgr]
                    env:
                    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                    - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
                    - {name: NODE_NAME, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                    readinessProbe: {httpGet: {path: /healthz, port: 8090}, periodSeconds: 1}
                    resources: {requests: {cpu: 1m, memory: 8Mi}}
                    volumeMounts: [{name: flannel-cfg, mountPath: /etc/kube-flannel/}]
                  volumes: [{name: flannel-cfg, configMap: {name: kube-flannel-cfg}}]
            """.formatted(image, range);
    }
}
