package io.portafilter.flags;

import io.portafilter.compiler.CompilerOptions;
import io.portafilter.compiler.annotation.AnnotationOptions;
import io.portafilter.compiler.ingress.ClassOptions;
import io.portafilter.snapshot.Name;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of ingress-nginx that say how Ingresses are understood (behaviour §12, §21). */
public final class CompilerFlags {
    @Option(
            names = "--ingress-class",
            paramLabel = "NAME",
            description = "Class whose Ingresses are served; default: ${DEFAULT-VALUE}")
    private String ingressClass = ClassOptions.DEFAULT.ingressClass();

    @Option(
            names = "--controller-class",
            paramLabel = "NAME",
            description = "spec.controller of the IngressClasses that are ours; default: ${DEFAULT-VALUE}")
    private String controllerClass = ClassOptions.DEFAULT.controllerClass();

    @Option(
            names = "--ingress-class-by-name",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Take an IngressClass by its name, whatever its controller")
    private boolean ingressClassByName;

    @Option(
            names = "--watch-ingress-without-class",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Serve Ingresses that name no class; default here: ${DEFAULT-VALUE}")
    private boolean watchIngressWithoutClass = true;

    @Option(
            names = "--configmap",
            paramLabel = "NAMESPACE/NAME",
            converter = NameConverter.class,
            description = "ConfigMap with options for everybody; default: ${DEFAULT-VALUE}")
    private Name configMap = CompilerOptions.DEFAULT.configMap();

    @Option(
            names = "--default-backend-service",
            paramLabel = "NAMESPACE/NAME",
            converter = NameConverter.class,
            description = "Service for requests that no rule takes; without it they are answered 404")
    private Optional<Name> defaultBackendService = Optional.empty();

    @Option(
            names = "--default-ssl-certificate",
            paramLabel = "NAMESPACE/NAME",
            converter = NameConverter.class,
            description = "Secret with the certificate for hosts without one; without it a self-signed one is made")
    private Optional<Name> defaultSslCertificate = Optional.empty();

    @Option(
            names = "--annotations-prefix",
            paramLabel = "PREFIX",
            description = "Prefix of annotations; default: ${DEFAULT-VALUE}")
    private String annotationsPrefix = AnnotationOptions.DEFAULT_PREFIX;

    @Option(
            names = "--enable-annotation-validation",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Reject Ingresses with invalid annotations; default: ${DEFAULT-VALUE}")
    private boolean enableAnnotationValidation = true;

    @Option(
            names = "--disable-catch-all",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Ignore Ingresses with spec.defaultBackend")
    private boolean disableCatchAll;

    @Option(
            names = "--disable-svc-external-name",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Answer 503 for Services of type ExternalName")
    private boolean disableExternalName;

    /** What they say; a folder need not hold the IngressClass that its Ingresses name. */
    public CompilerOptions options() {
        return new CompilerOptions(
                new ClassOptions(ingressClass, controllerClass, ingressClassByName, watchIngressWithoutClass, true),
                annotationsPrefix,
                enableAnnotationValidation,
                configMap,
                defaultBackendService,
                defaultSslCertificate,
                !disableCatchAll,
                true,
                !disableExternalName);
    }
}
