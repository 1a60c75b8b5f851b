package io.portafilter.compiler.ingress;

import io.portafilter.compiler.annotation.AnnotationReader;

/**
 * What an Ingress has to keep to, as flags and the ConfigMap say.
 *
 * @param annotations reads annotations and says which count
 * @param strictPaths whether Exact and Prefix paths must be plain ({@code strict-validate-path-type})
 * @param deepInspection whether texts that look like nginx's language are refused ({@code --deep-inspect})
 * @param catchAll whether default backends are allowed; {@code --disable-catch-all} forbids them
 */
public record IngressRules(
        AnnotationReader annotations, boolean strictPaths, boolean deepInspection, boolean catchAll) {}
