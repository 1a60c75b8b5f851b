package io.portafilter.compiler.ingress;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import java.util.Optional;

/** Decides whether an Ingress is ours (behaviour §12). */
final class ClassSelection {
    static final String ANNOTATION = "kubernetes.io/ingress.class";

    private final ClassOptions options;

    ClassSelection(ClassOptions options) {
        this.options = options;
    }

    /** Why it is not ours; empty if it is. */
    Optional<Foreign> foreign(Ingress ingress, Lookup lookup) {
        if (ingress.className().isPresent() && options.readable()) {
            return byClass(ingress.className().get(), lookup);
        }
        Optional<String> annotation =
                Optional.ofNullable(ingress.meta().annotations().get(ANNOTATION));
        if (annotation.isPresent()) {
            return annotation.get().equals(options.ingressClass())
                    ? Optional.empty()
                    : Optional.of(new Foreign(
                            "metadata.annotations[" + ANNOTATION + "]",
                            "the class \"" + annotation.get() + "\" is not ours, which is \"" + options.ingressClass()
                                    + "\""));
        }
        if (options.withoutClass()) {
            return Optional.empty();
        }
        return Optional.of(new Foreign(
                "spec.ingressClassName",
                options.readable()
                        ? "it names no class; set spec.ingressClassName, or run with --watch-ingress-without-class"
                        : "the operator may not read IngressClasses here, so only the annotation " + ANNOTATION + ": "
                                + options.ingressClass() + " makes it ours"));
    }

    private Optional<Foreign> byClass(String className, Lookup lookup) {
        Optional<IngressClass> found =
                lookup.object(IngressClass.class, Kind.INGRESS_CLASS, Name.clusterScoped(className));
        boolean ourName = className.equals(options.ingressClass());
        if (found.isEmpty()) {
            return ourName && options.assumeClass()
                    ? Optional.empty()
                    : Optional.of(new Foreign(
                            "spec.ingressClassName", "there is no IngressClass of the name \"" + className + "\""));
        }
        String controller = found.get().controller();
        if (controller.equals(options.controllerClass()) || (ourName && options.byName())) {
            return Optional.empty();
        }
        return Optional.of(new Foreign(
                "spec.ingressClassName",
                "IngressClass " + className + " belongs to the controller \"" + controller + "\", not to \""
                        + options.controllerClass() + "\""));
    }

    /** Why an Ingress is not ours. */
    record Foreign(String field, String reason) {}
}
