package io.portafilter.compiler.ingress;

/**
 * Which Ingresses are ours (behaviour §12).
 *
 * @param ingressClass {@code --ingress-class}: the class's name in annotations, and with {@code byName} in specs
 * @param controllerClass {@code --controller-class}: {@code spec.controller} of our IngressClasses
 * @param byName {@code --ingress-class-by-name}: an IngressClass of the name {@code ingressClass} is ours whoever its controller is
 * @param withoutClass {@code --watch-ingress-without-class}: Ingresses that name no class are ours
 * @param assumeClass an IngressClass of the name {@code ingressClass} need not exist; for folders, which rarely hold one
 * @param readable false where nobody may read IngressClasses: then {@code spec.ingressClassName} says nothing
 */
public record ClassOptions(
        String ingressClass,
        String controllerClass,
        boolean byName,
        boolean withoutClass,
        boolean assumeClass,
        boolean readable) {
    /** ingress-nginx's defaults. */
    public static final ClassOptions DEFAULT = new ClassOptions("nginx", "k8s.io/ingress-nginx", false, false, false);

    /** Where IngressClasses can be read. */
    public ClassOptions(
            String ingressClass, String controllerClass, boolean byName, boolean withoutClass, boolean assumeClass) {
        this(ingressClass, controllerClass, byName, withoutClass, assumeClass, true);
    }
}
