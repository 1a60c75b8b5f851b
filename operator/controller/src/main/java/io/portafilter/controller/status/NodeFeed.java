package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the proxies' pods, and asks for their nodes whenever these are others, and from time to time. */
final class NodeFeed implements AddressFeed, ResourceEventHandler<Pod> {
    private static final Logger LOG = LoggerFactory.getLogger(NodeFeed.class);

    private final KubernetesClient client;
    private final AddressSource.OfNodes source;
    private final Consumer<List<Address>> told;
    private final SharedIndexInformer<Pod> pods;
    private final Semaphore changed = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("node-addresses").unstarted(this::run);

    private NodeFeed(KubernetesClient client, AddressSource.OfNodes source, Consumer<List<Address>> told) {
        this.client = client;
        this.source = source;
        this.told = told;
        this.pods = client.pods()
                .inNamespace(source.namespace())
                .withLabels(source.proxyLabels())
                .runnableInformer(0);
    }

    static NodeFeed open(KubernetesClient client, AddressSource.OfNodes source, Consumer<List<Address>> told) {
        NodeFeed feed = new NodeFeed(client, source, told);
        feed.pods.exceptionHandler((started, failure) -> {
            LOG.warn("the proxies' pods cannot be watched; what Ingresses show stays meanwhile", failure);
            return true;
        });
        feed.pods.addEventHandler(feed);
        feed.pods.start();
        feed.thread.start();
        return feed;
    }

    private void run() {
        NavigableSet<String> asked = NodeAddresses.nodes(List.of());
        long at = 0;
        boolean known = false;
        try {
            while (true) {
                changed.tryAcquire(source.refresh().toMillis(), TimeUnit.MILLISECONDS);
                changed.drainPermits();
                NavigableSet<String> nodes = NodeAddresses.nodes(pods.getStore().list());
                boolean due = System.nanoTime() - at >= source.refresh().toNanos();
                if (pods.hasSynced() && (!known || due || !nodes.equals(asked))) {
                    known = ask(nodes);
                    asked = nodes;
                    at = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("closed");
        }
    }

    private boolean ask(NavigableSet<String> nodes) {
        List<Address> addresses = new ArrayList<>();
        try {
            for (String node : nodes) {
                Optional.ofNullable(client.nodes().withName(node).get())
                        .flatMap(found -> NodeAddresses.of(found, source.internal()))
                        .ifPresent(addresses::add);
            }
        } catch (KubernetesClientException e) {
            LOG.warn("the proxies' nodes cannot be read; what Ingresses show stays meanwhile", e);
            return false;
        }
        told.accept(Address.sorted(addresses));
        return true;
    }

    @Override
    public void onAdd(Pod pod) {
        changed.release();
    }

    @Override
    public void onUpdate(Pod before, Pod now) {
        changed.release();
    }

    @Override
    public void onDelete(Pod pod, boolean unknown) {
        changed.release();
    }

    @Override
    public void onList(String resourceVersion, boolean remainedEmpty) {
        changed.release();
    }

    @Override
    public void close() {
        thread.interrupt();
        pods.close();
    }
}
