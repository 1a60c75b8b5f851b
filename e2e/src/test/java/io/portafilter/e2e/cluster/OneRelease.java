package io.portafilter.e2e.cluster;

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
                .computeIfAbsent(Release.class, any -> Release.install(), Release.class);
    }
}
