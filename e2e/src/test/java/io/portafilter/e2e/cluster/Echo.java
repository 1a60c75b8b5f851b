package io.portafilter.e2e.cluster;

import java.util.Map;

/**
 * Pods that answer who they are and what they were asked, behind a Service. They end as decent servers do: at SIGTERM they answer
 * what they have taken and close.
 */
public final class Echo {
    private Echo() {}

    /** The image of the pods. */
    static String image() {
        return System.getProperty("e2e.echo", "e2e.local/echo:1");
    }

    /** Creates a Deployment and its Service of the same name, port 80. */
    public static void create(Cluster cluster, String namespace, String name, int pods) {
        create(cluster, namespace, name, name, "", pods, Map.of("http", 80));
    }

    /** Creates a Deployment, and a Service with these ports. */
    public static void create(
            Cluster cluster,
            String namespace,
            String deployment,
            String service,
            String ingress,
            int pods,
            Map<String, Integer> ports) {
        String all = ports.entrySet().stream()
                .map(port -> "{name: %s, port: %d, targetPort: 3000}".formatted(port.getKey(), port.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        cluster.create("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s, namespace: %2$s}
            spec:
              replicas: %4$d
              selector: {matchLabels: {app: %1$s}}
              template:
                metadata: {labels: {app: %1$s}}
                spec:
                  terminationGracePeriodSeconds: 10
                  automountServiceAccountToken: false
                  enableServiceLinks: false
                  containers:
                  - name: echo
                    image: %6$s
                    env:
                    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                    - {name: NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
                    - {name: INGRESS_NAME, value: "%3$s"}
                    - {name: SERVICE_NAME, value: "%7$s"}
                    readinessProbe: {httpGet: {path: /, port: 3000}, periodSeconds: 1}
                    resources: {requests: {cpu: 1m, memory: 8Mi}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: %7$s, namespace: %2$s}
            spec:
              selector: {app: %1$s}
              ports: [%5$s]
            """.formatted(deployment, namespace, ingress, pods, all, image(), service));
    }
}
