package io.portafilter.e2e.cluster;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Installs the chart when the first test asks for it, and uninstalls it after the last. */
final class OneRelease implements ParameterResolver {
    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(OneRelease.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Release.class;
    }

    @Override
    public Release resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(PLACE)
                .computeIfAbsent(Attempt.class, any -> Attempt.make(), Attempt.class)
                .orThrow();
    }

    /** The one attempt: when it fails, every test fails at once. */
    private record Attempt(Optional<Release> release, Optional<RuntimeException> failure) implements AutoCloseable {
        static Attempt make() {
            try {
                return new Attempt(Optional.of(Release.install()), Optional.empty());
            } catch (RuntimeException e) {
                return new Attempt(Optional.empty(), Optional.of(e));
            }
        }

        Release orThrow() {
            return release.orElseThrow(
                    () -> new IllegalStateException("the chart is not installed", failure.orElseThrow()));
        }

        @Override
        public void close() {
            release.ifPresent(Release::close);
        }
    }
}
