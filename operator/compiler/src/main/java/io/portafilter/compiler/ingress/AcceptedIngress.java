package io.portafilter.compiler.ingress;

import io.portafilter.compiler.annotation.Reading;
import io.portafilter.compiler.annotation.Values;
import io.portafilter.contract.Origin;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An Ingress that is ours and in effect.
 *
 * @param ingress the text in effect: the current one, or the last good one while the current is invalid
 * @param reading its annotations
 * @param claims the paths of its rules, in their order
 * @param defaultCluster where {@code spec.defaultBackend} leads; empty if it has none, or one that is no Service
 */
public record AcceptedIngress(
        Ingress ingress, Reading.Accepted reading, List<PathClaim> claims, Optional<ClusterKey> defaultCluster) {
    /** Oldest first. */
    public static final Comparator<AcceptedIngress> BY_AGE = Comparator.comparing(AcceptedIngress::age);

    /** Copies the list. */
    public AcceptedIngress {
        claims = List.copyOf(claims);
    }

    /**
     * An Ingress's place among all: oldest first; equal times by namespace/name, descending (behaviour §1.1).
     *
     * @param createdAt when
     * @param name of which Ingress
     */
    public record Age(Instant createdAt, Name name) implements Comparable<Age> {
        private static final Comparator<Age> ORDER = Comparator.comparing(Age::createdAt)
                .thenComparing(age -> age.name().toString(), Comparator.reverseOrder());

        @Override
        public int compareTo(Age other) {
            return ORDER.compare(this, other);
        }
    }

    /** Its place among all. */
    public Age age() {
        return new Age(ingress.meta().createdAt(), name());
    }

    /** Namespace and name. */
    public Name name() {
        return ingress.meta().name();
    }

    /** The object that findings name. */
    public Ref ref() {
        return new Ref(Kind.INGRESS, name());
    }

    /** The values of its annotations. */
    public Values values() {
        return reading.values();
    }

    /** A field of it as an origin. */
    public Origin origin(String field) {
        return new Origin.Field(ref().toString(), field);
    }

    /** Whether it only serves every host's default: a default backend and no rules (behaviour §1.7). */
    public boolean onlyDefaultBackend() {
        return ingress.rules().isEmpty() && ingress.defaultBackend().isPresent();
    }

    /** The hosts that it has something to say about, sorted. */
    public SortedSet<String> hosts() {
        TreeSet<String> hosts = new TreeSet<>();
        ingress.rules().forEach(rule -> hosts.add(host(rule.host())));
        if (onlyDefaultBackend()) {
            hosts.add(VirtualHost.CATCH_ALL);
        }
        return hosts;
    }

    /** The Service ports that it names, sorted. */
    public SortedSet<ClusterKey> clusters() {
        TreeSet<ClusterKey> clusters = new TreeSet<>();
        Stream.concat(claims.stream().flatMap(claim -> claim.cluster().stream()), defaultCluster.stream())
                .forEach(clusters::add);
        return clusters;
    }

    static String host(String ruleHost) {
        return ruleHost.isEmpty() ? VirtualHost.CATCH_ALL : ruleHost.toLowerCase(Locale.ROOT);
    }
}
