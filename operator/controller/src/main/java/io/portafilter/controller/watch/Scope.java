package io.portafilter.controller.watch;

/** Which namespaces count. */
public sealed interface Scope {
    /** All. */
    record Everywhere() implements Scope {}

    /** One: {@code --watch-namespace}. */
    record OneNamespace(String name) implements Scope {}

    /**
     * Those with labels, as they come and go: {@code --watch-namespace-selector}.
     *
     * @param labels in the form of {@code kubectl get --selector}
     */
    record SelectedNamespaces(String labels) implements Scope {}
}
