package io.portafilter.controller.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A candidate for a Lease, by the protocol of Kubernetes' own components: whoever replaces the object that it has read holds it, and
 * the API server lets only one of several do that.
 */
final class LeaseCandidate implements Candidate {
    private final KubernetesClient client;
    private final ElectionOptions options;
    private final LongSupplier nanos;
    private final Observation observation = new Observation();

    LeaseCandidate(KubernetesClient client, ElectionOptions options, LongSupplier nanos) {
        this.client = client;
        this.options = options;
        this.nanos = nanos;
    }

    @Override
    public Outcome attempt(Duration atMost) throws InterruptedException {
        return within(atMost, () -> {
            Lease lease = resource().get();
            if (lease == null) {
                client.resource(taken(empty())).create();
                return new Outcome.Held();
            }
            Observation.Claim claim = claim(lease);
            boolean ours = claim.holder().equals(options.identity());
            if (!ours && !observation.isFree(claim, nanos.getAsLong())) {
                return new Outcome.Others(claim.holder());
            }
            client.resource(ours ? renewed(lease) : taken(lease)).update();
            return new Outcome.Held();
        });
    }

    @Override
    public void release(Duration atMost) throws InterruptedException {
        within(atMost, () -> {
            Lease lease = resource().get();
            if (lease != null && claim(lease).holder().equals(options.identity())) {
                client.resource(released(lease)).update();
            }
            return new Outcome.Others("");
        });
    }

    /** The HTTP client has a patience of its own, of minutes: here an answer that comes late is none. */
    private static Outcome within(Duration atMost, Callable<Outcome> request) throws InterruptedException {
        FutureTask<Outcome> task = new FutureTask<>(request);
        Thread.ofVirtual().name("lease").start(task);
        try {
            return task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Failed("the API server did not answer in " + atMost.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Outcome.Failed(reason(e.getCause() == null ? e : e.getCause()));
        } finally {
            task.cancel(true);
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof KubernetesClientException client
                        && client.getCode() == HttpURLConnection.HTTP_CONFLICT
                ? "somebody else wrote the Lease at the same moment"
                : String.valueOf(failure.getMessage());
    }

    private Resource<Lease> resource() {
        return client.leases()
                .inNamespace(options.lease().namespace())
                .withName(options.lease().name());
    }

    private Lease empty() {
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(options.lease().namespace())
                .withName(options.lease().name())
                .endMetadata()
                .build();
    }

    private Lease taken(Lease lease) {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        int transitions = Optional.ofNullable(lease.getSpec())
                .map(LeaseSpec::getLeaseTransitions)
                .map(before -> before + 1)
                .orElse(0);
        LeaseBuilder taken = new LeaseBuilder(lease);
        options.installation()
                .owner(client)
                .ifPresent(
                        owner -> taken.editMetadata().withOwnerReferences(owner).endMetadata());
        return taken.editOrNewSpec()
                .withHolderIdentity(options.identity())
                .withLeaseDurationSeconds(Math.toIntExact(options.ttl().toSeconds()))
                .withAcquireTime(now)
                .withRenewTime(now)
                .withLeaseTransitions(transitions)
                .endSpec()
                .build();
    }

    private Lease renewed(Lease lease) {
        return new LeaseBuilder(lease)
                .editSpec()
                .withLeaseDurationSeconds(Math.toIntExact(options.ttl().toSeconds()))
                .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
                .endSpec()
                .build();
    }

    private static Lease released(Lease lease) {
        return new LeaseBuilder(lease)
                .editSpec()
                .withHolderIdentity("")
                .withLeaseDurationSeconds(1)
                .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
                .endSpec()
                .build();
    }

    private Observation.Claim claim(Lease lease) {
        Optional<LeaseSpec> spec = Optional.ofNullable(lease.getSpec());
        return new Observation.Claim(
                spec.map(LeaseSpec::getHolderIdentity).orElse(""),
                spec.map(LeaseSpec::getLeaseDurationSeconds)
                        .map(Duration::ofSeconds)
                        .orElse(options.ttl()),
                spec.map(LeaseSpec::getRenewTime).map(ZonedDateTime::toString).orElse(""));
    }
}
