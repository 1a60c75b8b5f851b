package io.portafilter.controller.leader;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.snapshot.Name;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A release of the chart, or what somebody put up in its stead.
 *
 * @param namespace where its operators run
 * @param fullname what the names of its objects begin with ({@code --installation})
 */
public record Installation(String namespace, String fullname) {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final String LEASE_SUFFIX = "-leader";

    /** The one whose Lease this is, if its name is the chart's usual one: {@code FULLNAME-leader}. */
    public static Installation of(Name lease) {
        String name = lease.name();
        return new Installation(
                lease.namespace(),
                name.endsWith(LEASE_SUFFIX) ? name.substring(0, name.length() - LEASE_SUFFIX.length()) : name);
    }

    /**
     * What owns the objects that operators make, so that they go when the chart is uninstalled: the ConfigMap of the authority's bundle,
     * which is the chart's. Empty if it is not there or cannot be read.
     */
    public Optional<OwnerReference> owner(KubernetesClient client) {
        try {
            return Optional.ofNullable(client.configMaps()
                            .inNamespace(namespace)
                            .withName(fullname + "-ca-bundle")
                            .get())
                    .map(Installation::reference);
        } catch (KubernetesClientException e) {
            LOG.debug("no owner for what is made: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static OwnerReference reference(ConfigMap map) {
        return new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("ConfigMap")
                .withName(map.getMetadata().getName())
                .withUid(map.getMetadata().getUid())
                .build();
    }
}
