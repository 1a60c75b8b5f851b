package io.portafilter.controller;

import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.authority.AuthorityOptions;
import io.portafilter.controller.event.EventOptions;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.status.StatusOptions;
import io.portafilter.controller.stream.StreamOptions;
import io.portafilter.controller.watch.Scope;
import io.portafilter.snapshot.Name;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * What flags and the pod's environment say to an operator.
 *
 * @param compiler how Ingresses are understood
 * @param scope whose Ingresses
 * @param pod name of the replica
 * @param namespace where it runs
 * @param admin where health, metrics and the report are
 * @param lease what replicas contend for ({@code --election-id}); its name is that of the installation, too
 * @param election how the replica that writes is elected; empty with {@code --disable-leader-election}
 * @param stream where proxies follow
 * @param trust whose tokens open the stream
 * @param authority who issues the certificates of stream and webhook
 * @param webhook where the admission webhook listens; empty: there is none
 * @param webhookConfiguration name of the ValidatingWebhookConfiguration that leads to it
 * @param status how statuses are written; empty with {@code --update-status=false}
 * @param events how Events are written
 * @param startLimit how long the API server may be away at the start before the operator gives up
 * @param fullCompile how often the incremental compilation is compared with one from scratch; zero for never
 */
public record OperatorOptions(
        CompilerOptions compiler,
        Scope scope,
        String pod,
        String namespace,
        AdminOptions admin,
        Name lease,
        Optional<ElectionOptions> election,
        StreamOptions stream,
        Trust trust,
        AuthorityOptions authority,
        Optional<InetSocketAddress> webhook,
        String webhookConfiguration,
        Optional<StatusOptions> status,
        EventOptions events,
        Duration startLimit,
        Duration fullCompile) {}
