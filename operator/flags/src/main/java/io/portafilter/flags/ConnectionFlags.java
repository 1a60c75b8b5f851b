package io.portafilter.flags;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where the API server is. Without them it is where a pod finds it. */
public final class ConnectionFlags {
    @Option(
            names = "--apiserver-host",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "The API server; default: the cluster's")
    private Optional<URI> apiserver = Optional.empty();

    @Option(
            names = "--certificate-authority",
            paramLabel = "FILE",
            description = "PEM file that the API server's certificate is verified with; default: the service account's")
    private Optional<Path> certificateAuthority = Optional.empty();

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "How to connect; default: as a pod does")
    private Optional<Path> kubeconfig = Optional.empty();

    /** {@code --apiserver-host}. */
    public Optional<URI> apiserver() {
        return apiserver;
    }

    /** {@code --certificate-authority}. */
    public Optional<Path> certificateAuthority() {
        return certificateAuthority;
    }

    /** {@code --kubeconfig}. */
    public Optional<Path> kubeconfig() {
        return kubeconfig;
    }
}
