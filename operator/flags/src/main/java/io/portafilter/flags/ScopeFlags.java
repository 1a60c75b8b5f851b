package io.portafilter.flags;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say whose objects count. */
public final class ScopeFlags {
    @Option(
            names = "--watch-namespace",
            paramLabel = "NAMESPACE",
            converter = NamespaceConverter.class,
            description = "Watch this namespace only; default: all")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--watch-namespace-selector",
            paramLabel = "LABELS",
            description = "Watch namespaces with these labels only, as they come and go")
    private String selector = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The one namespace; empty: all, or those of {@link #selector}. */
    public Optional<String> namespace() {
        if (namespace.isPresent() && !selector.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--watch-namespace and --watch-namespace-selector exclude each other: leave one out");
        }
        return namespace;
    }

    /** Labels as {@code kubectl get --selector} takes them; empty: all namespaces, or the one of {@link #namespace}. */
    public Optional<String> selector() {
        return Optional.of(selector).filter(labels -> !labels.isEmpty());
    }
}
