package io.portafilter.controller.admission;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.portafilter.controller.leader.LeaderTask;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@code caBundle} of our ValidatingWebhookConfiguration equal to the authority's bundle, while this replica leads: the API server
 * verifies the webhook by it. Whoever applies the configuration anew, without it, gets it back at once.
 */
public final class CaBundleTask implements LeaderTask {
    private static final Logger LOG = LoggerFactory.getLogger(CaBundleTask.class);

    private final KubernetesClient client;
    private final String configuration;
    private final Supplier<String> bundle;
    private final Semaphore changed = new Semaphore(0);

    /**
     * A task that waits to be started.
     *
     * @param configuration name of the ValidatingWebhookConfiguration; need not exist
     * @param bundle the authority's
     * @param subscribe is given whoever wants to hear that it changed
     */
    public CaBundleTask(
            KubernetesClient client,
            String configuration,
            Supplier<String> bundle,
            Consumer<Consumer<String>> subscribe) {
        this.client = client;
        this.configuration = configuration;
        this.bundle = bundle;
        subscribe.accept(_ -> changed.release());
    }

    @Override
    public String name() {
        return "webhook bundle";
    }

    @Override
    public void lead() throws InterruptedException {
        try (SharedIndexInformer<ValidatingWebhookConfiguration> _ = resource().inform(new Changes())) {
            while (true) {
                changed.acquire();
                changed.drainPermits();
                write();
            }
        }
    }

    private final class Changes implements ResourceEventHandler<ValidatingWebhookConfiguration> {
        @Override
        public void onAdd(ValidatingWebhookConfiguration added) {
            changed.release();
        }

        @Override
        public void onUpdate(ValidatingWebhookConfiguration before, ValidatingWebhookConfiguration now) {
            changed.release();
        }

        @Override
        public void onDelete(ValidatingWebhookConfiguration gone, boolean unknownFinalState) {}
    }

    private Resource<ValidatingWebhookConfiguration> resource() {
        return client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(configuration);
    }

    private void write() {
        String encoded = Base64.getEncoder().encodeToString(bundle.get().getBytes(StandardCharsets.UTF_8));
        ValidatingWebhookConfiguration found = resource().get();
        if (found == null
                || found.getWebhooks().stream()
                        .allMatch(webhook ->
                                encoded.equals(webhook.getClientConfig().getCaBundle()))) {
            return;
        }
        resource().patch(withBundle(found, encoded));
        LOG.info("ValidatingWebhookConfiguration {} has the authority's bundle", configuration);
    }

    private static ValidatingWebhookConfiguration withBundle(ValidatingWebhookConfiguration found, String encoded) {
        ValidatingWebhookConfigurationBuilder builder = new ValidatingWebhookConfigurationBuilder(found);
        for (int i = 0; i < found.getWebhooks().size(); i++) {
            builder.editWebhook(i)
                    .editClientConfig()
                    .withCaBundle(encoded)
                    .endClientConfig()
                    .endWebhook();
        }
        return builder.build();
    }
}
