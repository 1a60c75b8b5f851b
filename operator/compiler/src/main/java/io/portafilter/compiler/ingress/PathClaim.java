package io.portafilter.compiler.ingress;

import io.portafilter.contract.PathMatch;
import java.util.Optional;

/**
 * One path of one rule.
 *
 * @param host lower case; {@code _} for every host
 * @param match path and type, after the defaults of behaviour §1.2
 * @param cluster where it leads; empty: to the default backend (behaviour §1.9)
 * @param field the rule's path, for example {@code spec.rules[0].http.paths[1]}
 * @param refused whether the path is not one that is allowed: its requests are answered 503
 */
public record PathClaim(String host, PathMatch match, Optional<ClusterKey> cluster, String field, boolean refused) {}
