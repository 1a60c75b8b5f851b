package io.portafilter.controller;

import io.portafilter.controller.authority.AuthorityOptions;
import io.portafilter.controller.leader.Installation;
import io.portafilter.controller.stream.StreamOptions;
import io.portafilter.flags.PortConverter;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Flags of our own: how proxies reach the operator, and which proxies it trusts. */
final class StreamFlags {
    @Option(
            names = "--stream-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Where proxies follow the configuration, over TLS; default: ${DEFAULT-VALUE}")
    private int port = 9443;

    @Option(
            names = "--stream-audience",
            paramLabel = "NAME",
            description = "Audience that the tokens of proxies must be made for; default: ${DEFAULT-VALUE}")
    private String audience = "portafilter";

    @Option(
            names = "--proxy-service-account",
            paramLabel = "NAME",
            split = ",",
            description = "Service accounts, in the operator's namespace, that may follow; default: INSTALLATION-proxy")
    private List<String> accounts = List.of();

    @Option(
            names = "--server-name",
            paramLabel = "NAME",
            split = ",",
            description = "More names and addresses that the operator's certificates are good for, beside those of its"
                    + " Services INSTALLATION-operator and INSTALLATION-controller-admission")
    private List<String> serverNames = List.of();

    @Option(
            names = "--cluster-domain",
            paramLabel = "DOMAIN",
            description = "The cluster's DNS domain; default: ${DEFAULT-VALUE}")
    private String clusterDomain = "cluster.local";

    /** Where proxies are served. */
    StreamOptions stream() {
        return StreamOptions.at(new InetSocketAddress(port));
    }

    /** Who may follow. */
    Trust trust(Installation installation) {
        List<String> names = accounts.isEmpty() ? List.of(installation.fullname() + "-proxy") : accounts;
        return new Trust(
                audience,
                Set.copyOf(names.stream()
                        .map(name -> installation.namespace() + "/" + name)
                        .toList()));
    }

    /** The authority that issues the certificates of stream and webhook. */
    AuthorityOptions authority(Installation installation) {
        List<String> names = new ArrayList<>();
        for (String service : List.of("-operator", "-controller-admission")) {
            names.addAll(AuthorityOptions.service(
                    installation.fullname() + service, installation.namespace(), clusterDomain));
        }
        names.addAll(serverNames);
        return AuthorityOptions.of(installation.namespace(), installation.fullname(), names);
    }
}
