package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the one Service. One that is not there has no addresses to tell: what Ingresses show stays, as a name that was misspelt in an
 * upgrade must not take everybody's DNS records away.
 */
final class ServiceFeed implements AddressFeed, ResourceEventHandler<Service> {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceFeed.class);

    private final Name service;
    private final Consumer<List<Address>> told;
    private final SharedIndexInformer<Service> informer;

    private ServiceFeed(KubernetesClient client, Name service, Consumer<List<Address>> told) {
        this.service = service;
        this.told = told;
        this.informer = client.services()
                .inNamespace(service.namespace())
                .withName(service.name())
                .runnableInformer(0);
    }

    static ServiceFeed open(KubernetesClient client, Name service, Consumer<List<Address>> told) {
        ServiceFeed feed = new ServiceFeed(client, service, told);
        feed.informer.exceptionHandler((started, failure) -> {
            LOG.warn("Service {} cannot be watched; what Ingresses show stays meanwhile", service, failure);
            return true;
        });
        feed.informer.addEventHandler(feed);
        feed.informer.start();
        return feed;
    }

    @Override
    public void onAdd(Service now) {
        told.accept(ServiceAddresses.of(now));
    }

    @Override
    public void onUpdate(Service before, Service now) {
        told.accept(ServiceAddresses.of(now));
    }

    @Override
    public void onDelete(Service last, boolean unknown) {
        LOG.warn("Service {} is gone, which --publish-service names; what Ingresses show stays", service);
    }

    @Override
    public void onList(String resourceVersion, boolean remainedEmpty) {
        if (remainedEmpty) {
            LOG.warn(
                    "no Service {}, which --publish-service names; what Ingresses show stays until it is there",
                    service);
        }
    }

    @Override
    public void close() {
        informer.close();
    }
}
