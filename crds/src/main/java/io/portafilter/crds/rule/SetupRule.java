package io.portafilter.crds.rule;

import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.crds.setup.NetworkSetupSpec;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * One rule, in two languages: the API server's, for whoever has one from Kubernetes 1.30, and ours, for folders and older servers.
 *
 * @param id stable
 * @param path where the expression stands in the schema; {@code *} is every item of a list
 * @param cel the expression; {@code self} is what stands at the path
 * @param message what is wrong, and what to write instead
 * @param check the same in Java
 */
public record SetupRule(String id, String path, String cel, String message, Check check) {
    /** The rule in Java. */
    public sealed interface Check {}

    /** Holds or not, whatever was there before. */
    record Always(Predicate<NetworkSetup> holds) implements Check {}

    /** Says what a change may do. */
    record OnChange(BiPredicate<NetworkSetup, NetworkSetup> holds) implements Check {}

    static SetupRule of(String id, String path, String cel, String message, Predicate<NetworkSetupSpec> holds) {
        return new SetupRule(id, path, cel, message, new Always(setup -> holds.test(setup.spec())));
    }

    static SetupRule change(
            String id, String path, String cel, String message, BiPredicate<NetworkSetupSpec, NetworkSetupSpec> holds) {
        return new SetupRule(id, path, cel, message, new OnChange((old, now) -> holds.test(old.spec(), now.spec())));
    }

    /** Whether it speaks of a change. */
    public boolean isAboutChange() {
        return check instanceof OnChange;
    }
}
