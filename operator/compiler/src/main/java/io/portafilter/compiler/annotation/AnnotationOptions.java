package io.portafilter.compiler.annotation;

import java.util.List;

/**
 * What flags and the ConfigMap say about annotations.
 *
 * @param prefix what stands before the slash ({@code --annotations-prefix})
 * @param validate whether texts are checked at all ({@code --enable-annotation-validation})
 * @param allowCrossNamespace whether they may name Secrets and ConfigMaps of other namespaces
 * @param maximumRisk an Ingress with a riskier annotation is rejected
 * @param blockedWords an Ingress with one of these in a value is rejected
 * @param allowSnippets whether the cluster's owner let snippets run before; they never run here
 */
public record AnnotationOptions(
        String prefix,
        boolean validate,
        boolean allowCrossNamespace,
        Risk maximumRisk,
        List<String> blockedWords,
        boolean allowSnippets) {
    /** The prefix that everybody uses. */
    public static final String DEFAULT_PREFIX = "nginx.ingress.kubernetes.io";

    /** What holds when nobody says anything. */
    public static final AnnotationOptions DEFAULT =
            new AnnotationOptions(DEFAULT_PREFIX, true, false, Risk.HIGH, List.of(), false);

    /** Copies the list. */
    public AnnotationOptions {
        blockedWords = List.copyOf(blockedWords);
    }
}
