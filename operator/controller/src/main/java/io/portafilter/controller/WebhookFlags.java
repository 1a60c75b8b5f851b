package io.portafilter.controller;

import io.portafilter.controller.leader.Installation;
import java.net.InetSocketAddress;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flag of ingress-nginx that turns the admission webhook on, and one of our own (behaviour §16, §21). */
final class WebhookFlags {
    @Option(
            names = "--validating-webhook",
            paramLabel = "[ADDRESS]:PORT",
            converter = Place.class,
            description = "Where the admission webhook listens; default: there is none")
    private Optional<InetSocketAddress> address = Optional.empty();

    @Option(
            names = "--webhook-configuration",
            paramLabel = "NAME",
            description =
                    "ValidatingWebhookConfiguration whose caBundle is kept up to date; default: INSTALLATION-admission")
    private String configuration = "";

    /** The webhook; empty: there is none. */
    Optional<WebhookOptions> options(Installation installation) {
        return address.map(where -> new WebhookOptions(
                where, configuration.isEmpty() ? installation.fullname() + "-admission" : configuration));
    }

    /** Reads {@code :8443} and {@code 127.0.0.1:8443}. */
    static final class Place implements ITypeConverter<InetSocketAddress> {
        private static final int HIGHEST = 65_535;

        @Override
        public InetSocketAddress convert(String text) {
            int colon = text.lastIndexOf(':');
            try {
                int port = Integer.parseInt(text.substring(colon + 1));
                if (colon >= 0 && port >= 0 && port <= HIGHEST) {
                    return colon == 0
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(text.substring(0, colon), port);
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("\"" + text + "\" does not end with a port");
            }
            throw new TypeConversionException("\"" + text + "\" is not of the form [ADDRESS]:PORT");
        }
    }
}
