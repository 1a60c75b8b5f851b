package io.portafilter.compiler.annotation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All annotations that ingress-nginx knows or knew. */
final class AnnotationCatalogue {
    static final List<Group> GROUPS = List.of(
            RedirectAnnotations.HTTPS,
            RedirectAnnotations.REDIRECTS,
            RedirectAnnotations.PATHS,
            HostAnnotations.GROUP,
            ProxyAnnotations.EXCHANGE,
            ProxyAnnotations.BUFFERS,
            ProxyAnnotations.HEADS,
            BackendAnnotations.PICKING,
            BackendAnnotations.PROTOCOL,
            BackendAnnotations.TLS,
            BackendAnnotations.MIRROR,
            CanaryAnnotations.GROUP,
            AffinityAnnotations.GROUP,
            BasicAuthAnnotations.GROUP,
            ExternalAuthAnnotations.GROUP,
            CertificateAuthAnnotations.GROUP,
            AccessAnnotations.SOURCES,
            AccessAnnotations.LIMITS,
            AccessAnnotations.FIREWALL,
            AnswerAnnotations.CORS,
            AnswerAnnotations.ERRORS,
            AnswerAnnotations.LOGS,
            SnippetAnnotations.GROUP,
            RemovedAnnotations.GROUP);

    /** By name, without prefix. */
    static final SortedMap<String, Annotation> BY_NAME = byName();

    private AnnotationCatalogue() {}

    static Optional<Annotation> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static SortedMap<String, Annotation> byName() {
        SortedMap<String, Annotation> all = new TreeMap<>();
        for (Group group : GROUPS) {
            for (Annotation annotation : group.annotations()) {
                if (all.put(annotation.name(), annotation) != null) {
                    throw new IllegalStateException("twice in the catalogue: " + annotation.name());
                }
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
