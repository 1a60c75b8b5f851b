package io.portafilter.cli.network;

/** The commands that make an export: nothing but reading, and no Secret. */
public final class ExportCommands {
    private ExportCommands() {}

    /** A script for a shell. */
    public static String script(String folder) {
        return """
                # Reads, changes nothing, asks for no Secret. What a cluster does not have is left out.
                F=%s
                mkdir -p "$F"
                kubectl get nodes -o yaml > "$F/nodes.yaml"
                kubectl get services --all-namespaces -o yaml > "$F/services.yaml"
                kubectl get ingresses,networkpolicies --all-namespaces -o yaml > "$F/ingresses.yaml"
                kubectl get servicecidrs,ipaddresses -o yaml > "$F/ranges.yaml" 2>/dev/null || rm -f "$F/ranges.yaml"
                for N in kube-system kube-flannel calico-system openshift-dns openshift-ovn-kubernetes portafilter-system; do
                  kubectl --namespace "$N" get configmaps,daemonsets,deployments -o yaml > "$F/$N.yaml"
                done
                kubectl --namespace kube-system get pods --selector tier=control-plane -o yaml > "$F/control-plane.yaml"
                kubectl get pods --all-namespaces -o go-template='{{range .items}}{{if .spec.nodeName}}---
                {kind: Pod, metadata: {name: "{{.metadata.name}}", namespace: "{{.metadata.namespace}}"}, spec: {nodeName: "{{.spec.nodeName}}", hostNetwork: {{if .spec.hostNetwork}}true{{else}}false{{end}}}}
                {{end}}{{end}}' > "$F/pods.yaml"
                for R in ippools.crd.projectcalico.org networks.config.openshift.io dnses.operator.openshift.io networksetups.portafilter.io; do
                  kubectl get "$R" -o yaml > "$F/$R.yaml" 2>/dev/null || rm -f "$F/$R.yaml"
                done
                kubectl --namespace kube-system logs daemonset/kube-proxy > "$F/kube-proxy.log" 2>/dev/null || rm -f "$F/kube-proxy.log"
                portafilter network show "$F"
                """.formatted(quoted(folder));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
