package io.portafilter.flags;

import java.util.Optional;
import picocli.CommandLine.Option;

/** A flag of our own: what an operator belongs to. */
public final class InstallationFlags {
    @Option(
            names = "--installation",
            paramLabel = "NAME",
            converter = InstallationConverter.class,
            description =
                    "What the names of its objects begin with: the Secret NAME-ca, the ConfigMaps NAME-ca-bundle and"
                            + " NAME-last-good-..., the Services NAME-operator and NAME-controller-admission; default:"
                            + " --election-id without -leader at its end")
    private Optional<String> name = Optional.empty();

    /** {@code --installation}, if it was given. */
    public Optional<String> name() {
        return name;
    }
}
