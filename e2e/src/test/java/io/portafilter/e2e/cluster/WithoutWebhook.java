package io.portafilter.e2e.cluster;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.util.List;

/** Takes the webhook away, so that objects come through which it would refuse; puts it back at the end. */
public record WithoutWebhook(Cluster cluster, List<ValidatingWebhookConfiguration> configurations)
        implements AutoCloseable {
    /** Copies the list. */
    public WithoutWebhook {
        configurations = List.copyOf(configurations);
    }

    /** Until it is closed nobody is asked. */
    public static WithoutWebhook of(Release release) {
        var all = release.cluster()
                .client()
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withLabel("app.kubernetes.io/instance", release.namespace());
        List<ValidatingWebhookConfiguration> configurations = all.list().getItems();
        all.delete();
        return new WithoutWebhook(release.cluster(), configurations);
    }

    @Override
    public void close() {
        for (ValidatingWebhookConfiguration each : configurations) {
            each.getMetadata().setResourceVersion(null);
            each.getMetadata().setUid(null);
            cluster.client().resource(each).create();
        }
    }
}
