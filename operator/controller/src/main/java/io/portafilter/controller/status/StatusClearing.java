package io.portafilter.controller.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up the addresses that we wrote, several at a time. */
final class StatusClearing {
    private static final Logger LOG = LoggerFactory.getLogger(StatusClearing.class);
    private static final int CONCURRENT_WRITES = 8;

    private StatusClearing() {}

    /** Returns when each was tried once; what could not be written is logged. */
    static void clear(KubernetesClient client, String fieldManager, List<Name> ingresses) throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(
                CONCURRENT_WRITES, Thread.ofVirtual().name("clear-", 0).factory());
        try {
            writers.invokeAll(ingresses.stream()
                    .map(name -> (Callable<Boolean>) () -> clear(client, fieldManager, name))
                    .toList());
        } finally {
            writers.shutdownNow();
        }
    }

    private static boolean clear(KubernetesClient client, String fieldManager, Name ingress) {
        try {
            client.resource(StatusPatch.of(ingress, List.of()))
                    .subresource("status")
                    .patch(new PatchContext.Builder()
                            .withPatchType(PatchType.SERVER_SIDE_APPLY)
                            .withFieldManager(fieldManager)
                            .withForce(true)
                            .build());
            return true;
        } catch (KubernetesClientException e) {
            LOG.warn("Ingress {} keeps its address: {}", ingress, e.getMessage());
            return false;
        }
    }
}
