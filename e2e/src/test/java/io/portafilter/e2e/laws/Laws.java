package io.portafilter.e2e.laws;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The laws that classes can be asked about. */
final class Laws {
    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

    private Laws() {}

    /** Law 1: a package knows what the table says, and stands in it. */
    static ArchRule arrows(Plan plan) {
        return classes().should(condition("keep to the arrows of docs/architecture.md", (type, events) -> {
            String own = type.getPackageName();
            if (!plan.packages().contains(own)) {
                events.add(
                        violated(type, type.getName() + " lives in a package that docs/architecture.md does not list"));
                return;
            }
            Set<String> allowed = plan.reach(own);
            for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                String other = arrow.getTargetClass().getBaseComponentType().getPackageName();
                if (other.startsWith(House.ROOT + ".") && !allowed.contains(other)) {
                    events.add(violated(arrow, own + " may not know " + other + ": " + arrow.getDescription()));
                }
            }
        }));
    }

    /** Law 1: no cycles. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Law 2: no client, clock, randomness, logger, thread or file. */
    static ArchRule pure(DescribedPredicate<JavaClass> whom) {
        return classes().that(whom).should(condition("reach nothing of the outside world", (type, events) -> {
            type.getAccessesFromSelf().stream()
                    .filter(access -> Outside.call(
                            access.getTargetOwner().getName(),
                            access.getTarget().getName()))
                    .forEach(access -> events.add(violated(access, access.getDescription())));
            type.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> Outside.type(
                            arrow.getTargetClass().getBaseComponentType().getName()))
                    .forEach(arrow -> events.add(violated(arrow, arrow.getDescription())));
        }));
    }

    /** Law 3: no state that belongs to nobody. */
    static ArchRule noMutableStatic() {
        return fields().that()
                .areStatic()
                .should(condition("be immutable", (JavaField field, ConditionEvents events) -> {
                    if (!field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        Statics.whyMutable(field)
                                .ifPresent(why -> events.add(violated(field, field.getFullName() + " " + why)));
                    }
                }));
    }

    /** Law 3: nobody inherits by accident. */
    static ArchRule closed() {
        return classes()
                .should(condition("be final, sealed, abstract, a record, an enum or an interface", (type, events) -> {
                    boolean closed = type.isInterface()
                            || type.isEnum()
                            || type.isAnonymousClass()
                            || type.getModifiers().contains(JavaModifier.FINAL)
                            || type.getModifiers().contains(JavaModifier.ABSTRACT)
                            || type.reflect().isSealed();
                    if (!closed) {
                        events.add(violated(type, type.getName() + " can be extended by anybody: make it final"));
                    }
                }));
    }

    /** Law 3: {@code name()}, not {@code getName()}; what a foreign type asks for is not ours to name. */
    static ArchRule noGetters() {
        return methods()
                .that()
                .areNotStatic()
                .should(condition("not be called get…", (JavaMethod method, ConditionEvents events) -> {
                    if (GETTER.matcher(method.getName()).matches() && !overridesForeign(method)) {
                        events.add(violated(method, method.getFullName() + " is an accessor: leave out the get"));
                    }
                }));
    }

    private static boolean overridesForeign(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.getAllRawSuperclasses().stream().anyMatch(type -> declares(type, method))
                || owner.getAllRawInterfaces().stream().anyMatch(type -> declares(type, method));
    }

    private static boolean declares(JavaClass type, JavaMethod method) {
        return !type.getPackageName().startsWith(House.ROOT)
                && type.getMethods().stream().anyMatch(other -> other.getName().equals(method.getName()));
    }

    private static <T> ArchCondition<T> condition(String text, BiConsumer<T, ConditionEvents> check) {
        return new ArchCondition<>(text) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.accept(item, events);
            }
        };
    }
}
