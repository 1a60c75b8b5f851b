package io.portafilter.compiler.host;

import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.snapshot.Name;

/**
 * A canary's path that met a primary on its host.
 *
 * @param primary the cluster to which it is an alternative
 * @param alternative its own cluster
 * @param ingress the canary Ingress
 * @param field of the Ingress
 */
public record Canary(ClusterKey primary, ClusterKey alternative, Name ingress, String field) {}
