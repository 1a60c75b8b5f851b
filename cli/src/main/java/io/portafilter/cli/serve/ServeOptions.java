package io.portafilter.cli.serve;

import io.portafilter.compiler.CompilerOptions;
import io.portafilter.snapshot.folder.Source;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code serve} is told.
 *
 * @param source where manifests come from
 * @param bind addresses on which clients are served, at least one
 * @param httpPort 0 lets the kernel choose
 * @param httpsPort 0 lets the kernel choose
 * @param admin where the admin port listens; port 0 lets the kernel choose
 * @param state where last good states survive a restart; empty: they do not
 * @param demo whether echo servers stand in for backends on loopback
 * @param compiler how Ingresses are understood
 * @param accessLog where access lines go
 * @param release the product's version
 */
public record ServeOptions(
        Source source,
        List<InetAddress> bind,
        int httpPort,
        int httpsPort,
        InetSocketAddress admin,
        Optional<Path> state,
        boolean demo,
        CompilerOptions compiler,
        OutputStream accessLog,
        String release) {
    /** Copies the list. */
    public ServeOptions {
        bind = List.copyOf(bind);
    }

    List<InetSocketAddress> http() {
        return bind.stream()
                .map(address -> new InetSocketAddress(address, httpPort))
                .toList();
    }

    List<InetSocketAddress> https() {
        return bind.stream()
                .map(address -> new InetSocketAddress(address, httpsPort))
                .toList();
    }

    /** The addresses that statuses name; a wildcard is reached by its loopback. */
    List<String> statusAddresses() {
        return bind.stream().map(Reachable::literal).distinct().toList();
    }
}
