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
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Take an IngressClass by its name, whatever its controller")
    private boolean ingressClassByName;

    @Option(
            names = "--watch-ingress-without-class",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Serve Ingresses that name no class; default here: ${DEFAULT-VALUE}")
    private boolean watchIngressWithoutClass;

    @Option(
            names = "--configmap",
            paramLabel = "NAMESPACE/NAME",
            converter = NameConverter.class,
            description = "ConfigMap with options for everybody; default: ingress-nginx/ingress-nginx-controller")
    private Optional<Name> configMap = Optional.empty();

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
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Reject Ingresses with invalid annotations; default: ${DEFAULT-VALUE}")
    private boolean enableAnnotationValidation = true;

    @Option(
            names = "--disable-catch-all",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Ignore Ingresses with spec.defaultBackend")
    private boolean disableCatchAll;

    @Option(
            names = "--disable-svc-external-name",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Answer 503 for Services of type ExternalName")
    private boolean disableExternalName;

    @Option(
            names = "--deep-inspect",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Refuse hosts and paths that look like nginx's language; default: ${DEFAULT-VALUE}")
    private boolean deepInspect = true;

    private final boolean assumeClass;

    private CompilerFlags(boolean folder) {
        this.watchIngressWithoutClass = folder;
        this.assumeClass = folder;
    }

    /** For manifests in a folder: Ingresses need not name a class, and the class that they name need not be there. */
    public static CompilerFlags forFolder() {
        return new CompilerFlags(true);
    }

    /** For a cluster, as in ingress-nginx: an Ingress without a class is somebody else's, and a class has to exist. */
    public static CompilerFlags forCluster() {
        return new CompilerFlags(false);
    }

    /** What they say. */
    public CompilerOptions options() {
        return new CompilerOptions(
                new ClassOptions(
                        ingressClass, controllerClass, ingressClassByName, watchIngressWithoutClass, assumeClass),
                annotationsPrefix,
                enableAnnotationValidation,
                configMap.orElse(CompilerOptions.DEFAULT.configMap()),
                defaultBackendService,
                defaultSslCertificate,
                !disableCatchAll,
                deepInspect,
                !disableExternalName);
    }
}
