package io.portafilter.controller;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.controller.admission.AdmissionServer;
import io.portafilter.controller.admission.CaBundleTask;
import io.portafilter.controller.authority.Authority;
import io.portafilter.controller.authority.AuthorityMetrics;
import io.portafilter.controller.authority.BadAuthority;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.leader.LeaderTask;
import io.portafilter.controller.stream.Hub;
import io.portafilter.controller.stream.ProxyState;
import io.portafilter.controller.stream.StreamMetrics;
import io.portafilter.controller.stream.StreamServer;
import io.portafilter.controller.stream.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is served with certificates of the internal authority: the stream to proxies, and the webhook if there is one. */
final class Serving {
    private final ServingOptions options;
    private final KubernetesClient client;
    private final MeterRegistry meters;
    private final Endings endings;
    private volatile Optional<Authority> authority = Optional.empty();
    private volatile Optional<StreamServer> stream = Optional.empty();
    private volatile Optional<AdmissionServer> webhook = Optional.empty();

    /**
     * Nothing is served before {@link #start}.
     *
     * @param endings ends what is started here
     */
    Serving(ServingOptions options, KubernetesClient client, MeterRegistry meters, Endings endings) {
        this.options = options;
        this.client = client;
        this.meters = meters;
        this.endings = endings;
    }

    /**
     * Starts all of it.
     *
     * @param hub what proxies are told
     * @param loop whom the webhook asks
     * @param covers whether Ingresses of a namespace are watched
     * @throws StartException with a sentence that says what is missing
     */
    void start(Hub hub, CompileLoop loop, Predicate<String> covers) throws StartException {
        Authority issuer = startAuthority();
        authority = Optional.of(issuer);
        try {
            stream = Optional.of(startStream(issuer, hub));
            if (options.webhook().isPresent()) {
                webhook = Optional.of(startWebhook(options.webhook().get(), issuer, loop, covers));
            }
        } catch (IOException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private Authority startAuthority() throws StartException {
        try {
            Authority started = Authority.start(client, options.authority(), InstantSource.system());
            endings.add("the authority", started);
            AuthorityMetrics.register(meters, started);
            return started;
        } catch (BadAuthority | KubernetesClientException e) {
            throw new StartException("No certificate for the stream: " + e.getMessage(), e);
        }
    }

    private StreamServer startStream(Authority issuer, Hub hub) throws IOException {
        Tokens tokens = Tokens.reviewed(
                client, options.trust().audience(), options.trust().accounts());
        StreamServer started = StreamServer.start(options.stream(), issuer.serverContext(), hub, tokens);
        endings.add("the stream", started);
        StreamMetrics.register(meters, started, hub);
        return started;
    }

    private AdmissionServer startWebhook(
            WebhookOptions where, Authority issuer, CompileLoop loop, Predicate<String> covers) throws IOException {
        AdmissionServer started = AdmissionServer.start(where.address(), issuer.serverContext(), loop, covers, meters);
        endings.add("the webhook", started);
        return started;
    }

    /** What the leader does for it: certificates are renewed, and the API server is told whom to believe. */
    List<LeaderTask> tasks() {
        return authority.stream()
                .flatMap(issuer -> Stream.concat(
                        Stream.of(issuer.rotation()),
                        options
                                .webhook()
                                .map(asked -> new CaBundleTask(
                                        client, asked.configuration(), issuer::bundle, issuer::onBundle))
                                .stream()))
                .toList();
    }

    /** The proxies that follow now. */
    List<ProxyState> proxies() {
        return stream.map(server -> server.proxies().list()).orElse(List.of());
    }

    /** Where proxies follow; empty before the start. */
    Optional<InetSocketAddress> streamAddress() {
        return stream.map(StreamServer::address);
    }

    /** Where the webhook is; empty before the start, or if there is none. */
    Optional<InetSocketAddress> webhookAddress() {
        return webhook.map(AdmissionServer::address);
    }
}
