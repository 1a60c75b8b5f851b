package io.portafilter.cli.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cluster is asked: one command of kubectl, which reads.
 *
 * @param file under which an export has the answer
 * @param arguments of kubectl
 * @param need what it means if there is no answer
 */
record Question(String file, List<String> arguments, Need need) {
    /** Of pods only where they run: there are many. */
    private static final String PODS = """
            {{range .items}}{{if .spec.nodeName}}---
            {kind: Pod, metadata: {name: "{{.metadata.name}}", namespace: "{{.metadata.namespace}}"}, spec: {nodeName: "{{.spec.nodeName}}", hostNetwork: {{if .spec.hostNetwork}}true{{else}}false{{end}}}}
            {{end}}{{end}}""";

    private static final List<String> NAMESPACES = List.of(
            "kube-system",
            "kube-flannel",
            "calico-system",
            "openshift-dns",
            "openshift-ovn-kubernetes",
            "portafilter-system");
    private static final List<String> CUSTOM =
            List.of("ippools.crd.projectcalico.org", "networks.config.openshift.io", "dnses.operator.openshift.io");
    private static final String SETUPS = "networksetups.portafilter.io";

    /** The beginning of kube-proxy's log has its mode. */
    private static final String LOG_BYTES = "--limit-bytes=262144";

    /** What it means if there is no answer. */
    enum Need {
        /** Nothing can be said then. */
        ALWAYS,
        /** Less can be said. */
        IF_ALLOWED,
        /** There may be no such thing. */
        IF_THERE
    }

    /** Copies the list. */
    Question {
        arguments = List.copyOf(arguments);
    }

    /** All, as their answers are printed for people and programs in this form: yaml or json. */
    static List<Question> all(String form) {
        List<Question> all = new ArrayList<>();
        all.add(get("nodes", form, Need.ALWAYS, "nodes"));
        all.add(get("services", form, Need.ALWAYS, "services", "--all-namespaces"));
        all.add(get("ingresses", form, Need.IF_ALLOWED, "ingresses,networkpolicies", "--all-namespaces"));
        all.add(get("ranges", form, Need.IF_THERE, "servicecidrs,ipaddresses"));
        // who else writes a ConfigMap stands in the fields' managers
        NAMESPACES.forEach(namespace -> all.add(get(
                namespace,
                form,
                namespace.equals("kube-system") ? Need.ALWAYS : Need.IF_ALLOWED,
                "configmaps,daemonsets,deployments",
                "--namespace=" + namespace,
                "--show-managed-fields")));
        all.add(get(
                "control-plane",
                form,
                Need.IF_ALLOWED,
                "pods",
                "--namespace=kube-system",
                "--selector=tier=control-plane"));
        all.add(new Question(
                "pods.yaml",
                List.of("get", "pods", "--all-namespaces", "--output=go-template=" + PODS),
                Need.IF_ALLOWED));
        CUSTOM.forEach(kind -> all.add(get(kind, form, Need.IF_THERE, kind)));
        all.add(setups(form));
        all.add(new Question(
                "kube-proxy.log",
                List.of("logs", "daemonset/kube-proxy", "--namespace=kube-system", LOG_BYTES),
                Need.IF_THERE));
        return all;
    }

    /** The NetworkSetup alone. */
    static Question setups(String form) {
        return get(SETUPS, form, Need.IF_THERE, SETUPS);
    }

    private static Question get(String name, String form, Need need, String... arguments) {
        return new Question(
                name + "." + form,
                Stream.of(Stream.of("get"), Stream.of(arguments), Stream.of("--output=" + form))
                        .flatMap(words -> words)
                        .toList(),
                need);
    }

    /** What is asked for, as RBAC calls it, and where. */
    String resources() {
        return arguments.get(1)
                + arguments.stream()
                        .filter(word -> word.startsWith("--namespace="))
                        .findFirst()
                        .map(word -> " of namespace " + word.substring("--namespace=".length()))
                        .orElse("");
    }

    boolean isLog() {
        return file.endsWith(".log");
    }
}
