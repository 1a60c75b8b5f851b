package io.portafilter.compiler.settings;

import io.portafilter.compiler.annotation.Risk;
import io.portafilter.contract.ClientConnection;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Settings;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ref;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the options that are built, and no others: whoever asks may record which options were read. */
public final class SettingsReader {
    private final Ref object;

    /**
     * @param object the ConfigMap, for origins and findings; it need not exist
     */
    public SettingsReader(Ref object) {
        this.object = object;
    }

    /**
     * Everybody's defaults; every value is set.
     *
     * @param listenerSet whose settings these are
     * @param option the text of an option, empty when it is not set
     * @param findings takes what is wrong with the options that are read here
     */
    public Settings read(String listenerSet, Function<String, Optional<String>> option, Consumer<Finding> findings) {
        return new Settings(
                listenerSet,
                new ClientConnection(
                        Sourced.byDefault(75), Sourced.byDefault(1000), Sourced.byDefault(60), Sourced.byDefault(60)),
                Policies.NONE);
    }

    /** The options that the compiler itself obeys; arguments as in {@link #read}. */
    public CompilerSettings readCompiler(Function<String, Optional<String>> option, Consumer<Finding> findings) {
        return new CompilerSettings(
                Sourced.byDefault(false),
                Sourced.byDefault(Risk.HIGH),
                Sourced.byDefault(List.of()),
                Sourced.byDefault(false),
                Sourced.byDefault(true),
                Sourced.byDefault(false),
                Optional.empty());
    }

    Ref object() {
        return object;
    }
}
