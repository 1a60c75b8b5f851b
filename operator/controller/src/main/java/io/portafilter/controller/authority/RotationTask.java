package io.portafilter.controller.authority;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.leader.LeaderTask;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the leader does for the authority: keeps the bundle that clients read as it should be, and rotates. */
final class RotationTask implements LeaderTask {
    private static final Logger LOG = LoggerFactory.getLogger(RotationTask.class);

    private final KubernetesClient client;
    private final AuthorityOptions options;
    private final AuthoritySecret secret;
    private final Rotation rotation;
    private final InstantSource clock;
    private final Consumer<Authorities> known;

    /**
     * The task.
     *
     * @param known is told what is in effect
     */
    RotationTask(
            KubernetesClient client,
            AuthorityOptions options,
            AuthoritySecret secret,
            InstantSource clock,
            Consumer<Authorities> known) {
        this.client = client;
        this.options = options;
        this.secret = secret;
        this.rotation = new Rotation(options.schedule());
        this.clock = clock;
        this.known = known;
    }

    @Override
    public String name() {
        return "authority";
    }

    @Override
    public void lead() throws InterruptedException {
        Duration pulse = options.schedule().pulse();
        while (true) {
            if (!turn()) {
                Thread.sleep(pulse);
            }
        }
    }

    /** Does what is to be done now; whether there may be more. */
    private boolean turn() {
        Optional<Secret> read = secret.read().filter(there -> !AuthoritySecret.isEmpty(there));
        if (read.isEmpty()) {
            LOG.debug("{} holds nothing; nothing is rotated", secret);
            return false;
        }
        Authorities now = secret.authorities(read.orElseThrow());
        known.accept(now);
        announce(now.bundle());
        Optional<Authorities> next = rotation.after(now, clock.instant());
        Optional<Secret> written = next.flatMap(after -> secret.replace(read.orElseThrow(), after));
        if (written.isEmpty()) {
            return false;
        }
        LOG.info("{}: {}", secret, said(next.orElseThrow()));
        known.accept(next.orElseThrow());
        return true;
    }

    private static String said(Authorities after) {
        if (after.next().isPresent()) {
            return after.next().orElseThrow().announced().isPresent()
                    ? "clients can read of the next authority from now on"
                    : "an authority is made that will replace the current one";
        }
        return after.previous().isPresent()
                ? "certificates come from the new authority from now on"
                : "the authority before is trusted no more";
    }

    private void announce(String bundle) {
        ConfigMap read = client.configMaps()
                .inNamespace(options.namespace())
                .withName(options.bundle())
                .get();
        if (read == null) {
            client.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace(options.namespace())
                            .withName(options.bundle())
                            .addToLabels("app.kubernetes.io/managed-by", "portafilter")
                            .endMetadata()
                            .addToData(AuthorityOptions.BUNDLE_KEY, bundle)
                            .build())
                    .create();
            return;
        }
        Map<String, String> data = read.getData() == null ? Map.of() : read.getData();
        if (!bundle.equals(data.get(AuthorityOptions.BUNDLE_KEY))) {
            client.resource(new ConfigMapBuilder(read)
                            .addToData(AuthorityOptions.BUNDLE_KEY, bundle)
                            .build())
                    .update();
        }
    }
}
