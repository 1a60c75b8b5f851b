package io.portafilter.compiler.settings;

import io.portafilter.compiler.annotation.AnnotationOptions;
import io.portafilter.compiler.annotation.Denial;
import io.portafilter.compiler.annotation.Risk;
import io.portafilter.contract.Sourced;
import java.util.List;
import java.util.Optional;

/**
 * The options of the ConfigMap that the compiler itself obeys.
 *
 * @param allowCrossNamespaceResources annotations may name Secrets and ConfigMaps of other namespaces
 * @param annotationsRiskLevel the riskiest annotations that are accepted
 * @param annotationValueWordBlocklist words that no annotation's value may hold
 * @param allowSnippetAnnotations whether snippets ran before; they never run here
 * @param strictValidatePathType Exact and Prefix paths must be plain (behaviour §16)
 * @param serviceUpstream what holds for Ingresses that do not say service-upstream themselves
 * @param denial when an option that protects everybody is set but not built: every route is denied
 */
public record CompilerSettings(
        Sourced<Boolean> allowCrossNamespaceResources,
        Sourced<Risk> annotationsRiskLevel,
        Sourced<List<String>> annotationValueWordBlocklist,
        Sourced<Boolean> allowSnippetAnnotations,
        Sourced<Boolean> strictValidatePathType,
        Sourced<Boolean> serviceUpstream,
        Optional<Denial> denial) {
    /**
     * What the reader of annotations needs.
     *
     * @param prefix {@code --annotations-prefix}
     * @param validate {@code --enable-annotation-validation}
     */
    public AnnotationOptions annotationOptions(String prefix, boolean validate) {
        return new AnnotationOptions(
                prefix,
                validate,
                allowCrossNamespaceResources.value(),
                annotationsRiskLevel.value(),
                annotationValueWordBlocklist.value(),
                allowSnippetAnnotations.value());
    }
}
