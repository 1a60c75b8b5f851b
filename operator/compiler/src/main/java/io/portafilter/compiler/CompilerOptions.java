package io.portafilter.compiler;

import io.portafilter.compiler.annotation.AnnotationOptions;
import io.portafilter.compiler.ingress.ClassOptions;
import io.portafilter.snapshot.Name;
import java.util.Optional;

/**
 * What flags say to the compiler; the names are those of ingress-nginx (behaviour §21).
 *
 * @param classes which Ingresses are ours
 * @param annotationsPrefix {@code --annotations-prefix}
 * @param validateAnnotations {@code --enable-annotation-validation}
 * @param configMap {@code --configmap}; it need not exist
 * @param defaultBackendService {@code --default-backend-service}
 * @param defaultSslCertificate {@code --default-ssl-certificate}
 * @param catchAll false with {@code --disable-catch-all}
 * @param deepInspection {@code --deep-inspect}
 * @param externalNames false with {@code --disable-svc-external-name}
 */
public record CompilerOptions(
        ClassOptions classes,
        String annotationsPrefix,
        boolean validateAnnotations,
        Name configMap,
        Optional<Name> defaultBackendService,
        Optional<Name> defaultSslCertificate,
        boolean catchAll,
        boolean deepInspection,
        boolean externalNames) {
    /** ingress-nginx's defaults. */
    public static final CompilerOptions DEFAULT = new CompilerOptions(
            ClassOptions.DEFAULT,
            AnnotationOptions.DEFAULT_PREFIX,
            true,
            new Name("ingress-nginx", "ingress-nginx-controller"),
            Optional.empty(),
            Optional.empty(),
            true,
            true,
            true);

    /** The same where nobody may read IngressClasses (behaviour §12). */
    public CompilerOptions withoutIngressClasses() {
        return new CompilerOptions(
                new ClassOptions(
                        classes.ingressClass(),
                        classes.controllerClass(),
                        classes.byName(),
                        classes.withoutClass(),
                        classes.assumeClass(),
                        false),
                annotationsPrefix,
                validateAnnotations,
                configMap,
                defaultBackendService,
                defaultSslCertificate,
                catchAll,
                deepInspection,
                externalNames);
    }
}
