package io.portafilter.controller.authority;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.portafilter.controller.leader.LeaderTask;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The internal authority as one replica sees it: reads the Secret that all share, follows it, and issues this replica's certificate
 * for the stream and the webhook. Whichever replica comes first makes the authority; the leader replaces it ({@link #rotation}).
 */
public final class Authority implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Authority.class);

    private final KubernetesClient client;
    private final AuthorityOptions options;
    private final AuthoritySecret secret;
    private final InstantSource clock;
    private final Issuer issuer;
    private final SSLContext context;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor pulse = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("authority").daemon().factory());
    private Authorities known;
    private Optional<SharedIndexInformer<Secret>> informer = Optional.empty();

    private Authority(
            KubernetesClient client,
            AuthorityOptions options,
            AuthoritySecret secret,
            InstantSource clock,
            Authorities first) {
        this.client = client;
        this.options = options;
        this.secret = secret;
        this.clock = clock;
        this.known = first;
        this.issuer = new Issuer(options.names(), options.schedule().leafLife(), first.current(), clock.instant());
        this.context = ServerContext.of(issuer.keys());
    }

    /**
     * Reads the authority, makes one if there is none, and issues the first certificate.
     *
     * @throws BadAuthority if the Secret holds something that is no authority, which is never overwritten; or if it is not there and
     *     may not be created
     * @throws io.fabric8.kubernetes.client.KubernetesClientException if the API server does not answer, or forbids it
     */
    public static Authority start(KubernetesClient client, AuthorityOptions options, InstantSource clock) {
        AuthoritySecret secret = new AuthoritySecret(client, options.namespace(), options.secret());
        Authority authority = new Authority(client, options, secret, clock, first(secret, options, clock));
        authority.follow();
        return authority;
    }

    private static Authorities first(AuthoritySecret secret, AuthorityOptions options, InstantSource clock) {
        Optional<Secret> there = secret.read();
        if (there.filter(read -> !AuthoritySecret.isEmpty(read)).isEmpty()) {
            Authorities made = Authorities.first(
                    Certificates.authority(clock.instant(), options.schedule().life()));
            Optional<Secret> written = secret.fill(there, made);
            written.ifPresent(_ -> LOG.info("{}: made the first authority", secret));
            there = written.or(secret::read);
        }
        return secret.authorities(there.orElseThrow(() -> new IllegalStateException(
                secret + " was just created by somebody and is gone; start the operator again")));
    }

    private void follow() {
        informer = Optional.of(secret.resource().inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(Secret added) {
                read(added);
            }

            @Override
            public void onUpdate(Secret before, Secret after) {
                read(after);
            }

            @Override
            public void onDelete(Secret gone, boolean stateUnknown) {
                emptied();
            }
        }));
        long millis = options.schedule().pulse().toMillis();
        pulse.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A person wants a new authority; with the next start there will be one, and not in the middle of the night. */
    private void emptied() {
        LOG.warn(
                "{} holds nothing any more; what it held stays in effect here until the operator is restarted", secret);
    }

    private void read(Secret changed) {
        if (AuthoritySecret.isEmpty(changed)) {
            emptied();
            return;
        }
        try {
            know(secret.authorities(changed));
        } catch (BadAuthority e) {
            LOG.error("what was in effect stays so: {}", e.getMessage());
        }
    }

    private void know(Authorities authorities) {
        String before;
        synchronized (this) {
            before = known.bundle();
            known = authorities;
        }
        renew();
        String after = authorities.bundle();
        if (!after.equals(before)) {
            listeners.forEach(listener -> listener.accept(after));
        }
    }

    private void renew() {
        try {
            Credential current = authorities().current();
            issuer.refresh(current, clock.instant())
                    .ifPresent(why -> LOG.info(
                            "a new certificate for the stream and the webhook, valid until {}: {}", leafUntil(), why));
        } catch (RuntimeException e) {
            LOG.error("no new certificate could be issued; the one that there is stays until {}", leafUntil(), e);
        }
    }

    private synchronized Authorities authorities() {
        return known;
    }

    /** TLS for a server that shows this replica's certificate of the moment; one for all servers, for the whole life of the process. */
    public SSLContext serverContext() {
        return context;
    }

    /** The certificates that clients have to trust, in PEM. */
    public String bundle() {
        return authorities().bundle();
    }

    /** Tells this listener of the bundle, now and whenever it becomes another; on any thread, so it must return soon. */
    public void onBundle(Consumer<String> listener) {
        listeners.add(listener);
        listener.accept(bundle());
    }

    /** Until when the certificate is valid that is shown now. */
    public Instant leafUntil() {
        return issuer.keys().shown().until();
    }

    /** Until when the authority is valid that issues now. */
    public Instant authorityUntil() {
        return authorities().current().until();
    }

    /** What the leader does: publishes the bundle in its ConfigMap, and replaces the authority when it is time. */
    public LeaderTask rotation() {
        return new RotationTask(client, options, secret, clock, this::know);
    }

    /** Follows the Secret no more; what is shown stays. */
    @Override
    public void close() {
        pulse.shutdownNow();
        informer.ifPresent(SharedIndexInformer::close);
    }
}
