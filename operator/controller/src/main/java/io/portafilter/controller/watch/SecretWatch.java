package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Name;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which Secrets there are, and the contents of those that are asked for, of no others. The API server is asked for nothing but the
 * metadata of all, and for one Secret whole only when its name was read by whoever compiles.
 */
public final class SecretWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecretWatch.class);
    private static final int FETCHES_AT_ONCE = 32;
    private static final int TOO_MANY_REQUESTS = 429;
    /** After so many refusals of one Secret nothing waits for it any more. */
    private static final int REFUSALS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final KubernetesClient client;
    private final SecretContents contents;
    private final Watches watches = new Watches();
    private final ExecutorService fetches = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("secret-", 0).factory());
    private final Semaphore turns = new Semaphore(FETCHES_AT_ONCE);

    /**
     * A watch that waits for {@link #start}.
     *
     * @param clients the way to the API server
     * @param scope where Secrets count
     * @param defaultCertificate {@code --default-ssl-certificate}, which counts wherever it is
     * @param sink takes what is known
     */
    public SecretWatch(Clients clients, Scope scope, Optional<Name> defaultCertificate, SecretSink sink) {
        this.client = clients.cluster();
        this.contents = new SecretContents(this::fetch, sink);
        var metadata = clients.metadata().resources(Secret.class, SecretMetadataList.class);
        switch (scope) {
            case Scope.Everywhere _, Scope.SelectedNamespaces _ -> watch("all namespaces", metadata.inAnyNamespace());
            case Scope.OneNamespace(String namespace) -> {
                watch("namespace " + namespace, metadata.inNamespace(namespace));
                defaultCertificate
                        .filter(name -> !name.namespace().equals(namespace))
                        .ifPresent(name -> watch(
                                "namespace " + name.namespace() + " (" + name.name() + ")",
                                metadata.inNamespace(name.namespace()).withField("metadata.name", name.name())));
            }
        }
    }

    private void watch(String where, Informable<Secret> metadata) {
        watches.add(new ObjectWatch<>(
                new WatchedResource("secrets", where),
                metadata,
                Secret::new,
                new ObjectWatch.Events<>() {
                    @Override
                    public void put(Secret secret) {
                        contents.exists(
                                MetaConverter.name(secret.getMetadata()),
                                MetaConverter.text(secret.getMetadata().getResourceVersion()));
                    }

                    @Override
                    public void delete(Secret secret) {
                        contents.gone(MetaConverter.name(secret.getMetadata()));
                    }
                },
                ObjectWatch.Need.ALWAYS));
    }

    /** Begins; complete when all names are known, failed with {@link WatchForbiddenException} if the API server forbids it. */
    public CompletableFuture<Void> start() {
        return watches.start();
    }

    /** Other contents are needed from now on than before; returns at once. */
    public void want(Difference<Name> secrets) {
        contents.want(secrets);
    }

    /** How each watch is. */
    public List<WatchState> states() {
        return watches.states();
    }

    private void fetch(Name secret, long ticket) {
        fetches.execute(() -> {
            try {
                fetchUntilKnown(secret, ticket);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void fetchUntilKnown(Name secret, long ticket) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int refusals = 0; contents.isAwaited(secret, ticket); ) {
            try {
                contents.fetched(secret, ticket, get(secret));
                return;
            } catch (KubernetesClientException e) {
                LOG.warn("Secret {} cannot be read, trying again: {}", secret, reason(e, secret));
                if (isRefusal(e) && ++refusals == REFUSALS) {
                    contents.refused(secret, ticket);
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Whether the API server answered, and not that it has too much to do. */
    private static boolean isRefusal(KubernetesClientException problem) {
        return problem.getCode() >= 400 && problem.getCode() < 500 && problem.getCode() != TOO_MANY_REQUESTS;
    }

    private Optional<SecretContents.Fetched> get(Name secret) throws InterruptedException {
        turns.acquire();
        try {
            return Optional.ofNullable(client.secrets()
                            .inNamespace(secret.namespace())
                            .withName(secret.name())
                            .get())
                    .map(whole -> new SecretContents.Fetched(
                            DataConverter.convert(whole),
                            MetaConverter.text(whole.getMetadata().getResourceVersion())));
        } finally {
            turns.release();
        }
    }

    /** Never the client's own words: they may show what was read. */
    private static String reason(KubernetesClientException problem, Name secret) {
        return switch (problem.getCode()) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                "the API server forbids it: let a Role or ClusterRole of our service account grant get on secrets in"
                        + " namespace " + secret.namespace();
            case 0 -> "the API server does not answer";
            default -> "the API server answers " + problem.getCode();
        };
    }

    @Override
    public void close() {
        watches.close();
        fetches.shutdownNow();
    }
}
