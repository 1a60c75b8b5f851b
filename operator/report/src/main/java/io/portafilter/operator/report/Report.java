package io.portafilter.operator.report;

import java.util.List;
import java.util.Optional;

/**
 * How an operator, its proxies and the Ingresses are at one moment; what {@code /report} answers.
 *
 * @param operator name of the replica that answers
 * @param leader whether it is the one that writes to the cluster
 * @param ready whether everything that there was at its start is published
 * @param version of the published configuration, 64 hex digits; empty before the first
 * @param watches what it watches
 * @param proxies who follows it, or did some minutes ago
 * @param ingresses what became of each Ingress
 * @param findings what is wrong
 */
public record Report(
        String operator,
        boolean leader,
        boolean ready,
        Optional<String> version,
        List<Watch> watches,
        List<Proxy> proxies,
        List<Ingress> ingresses,
        List<Finding> findings) {
    /** Copies the lists. */
    public Report {
        watches = List.copyOf(watches);
        proxies = List.copyOf(proxies);
        ingresses = List.copyOf(ingresses);
        findings = List.copyOf(findings);
    }

    /**
     * A watch on the API server.
     *
     * @param resource plural with its group
     * @param where for example {@code all namespaces}
     * @param connected whether changes arrive
     * @param ageSeconds since when they do not; 0 while they do
     * @param failure why not, if that is known
     */
    public record Watch(
            String resource, String where, boolean connected, double ageSeconds, Optional<String> failure) {}

    /**
     * A proxy.
     *
     * @param name of its pod
     * @param connectedSince when its stream began, as in RFC 3339; empty if it has none to this replica
     * @param version that it last said it serves
     * @param current whether that is the published one
     * @param refused what it could not take
     */
    public record Proxy(
            String name,
            Optional<String> connectedSince,
            Optional<String> version,
            boolean current,
            List<Refused> refused) {
        /** Copies the list. */
        public Proxy {
            refused = List.copyOf(refused);
        }
    }

    /** A published object that a proxy could not take, and why. */
    public record Refused(String object, String reason) {}

    /**
     * An Ingress.
     *
     * @param namespace of it
     * @param name of it
     * @param effect {@code current}, {@code last-good}, {@code nothing} or {@code foreign}
     */
    public record Ingress(String namespace, String name, String effect) {}

    /**
     * Something that is wrong.
     *
     * @param severity {@code error}, {@code warning} or {@code info}
     * @param kind of the object
     * @param namespace of the object; empty if it has none
     * @param name of the object
     * @param field path of the field; may be empty
     * @param id stable name of this kind of finding
     * @param message a sentence
     */
    public record Finding(
            String severity, String kind, String namespace, String name, String field, String id, String message) {}
}
