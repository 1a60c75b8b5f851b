package io.portafilter.compiler.settings;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.contract.Settings;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The units that read the controller's ConfigMap: {@code compiler-settings} for the compiler itself, {@code settings} for the
 * proxies, {@code config-map-check} for its author. The first two read option by option, so that an option which nobody reads
 * recompiles nothing.
 */
public final class SettingsUnits {
    /** What the compiler obeys. */
    public static final UnitId<Name, CompilerSettings> COMPILER = new UnitId<>("compiler-settings", 0);

    /** What proxies obey. */
    public static final UnitId<Name, Settings> SETTINGS = new UnitId<>("settings", 1);

    private static final UnitId<Name, Boolean> CHECK = new UnitId<>("config-map-check", 1);

    private final Name configMap;
    private final String listenerSet;
    private final SettingsReader reader;

    /**
     * Creates them.
     *
     * @param configMap the controller's ConfigMap ({@code --configmap}); it need not exist
     * @param listenerSet whose settings these are
     */
    public SettingsUnits(Name configMap, String listenerSet) {
        this.configMap = configMap;
        this.listenerSet = listenerSet;
        this.reader = new SettingsReader(new Ref(Kind.CONFIG_MAP, configMap));
    }

    /** The units. */
    public List<Unit<?, ?>> units() {
        return List.of(
                new Unit<>(COMPILER, new Unit.Always<>(configMap), this::makeCompiler),
                new Unit<>(SETTINGS, new Unit.Always<>(configMap), this::makeSettings),
                new Unit<>(CHECK, new Unit.Always<>(configMap), this::check));
    }

    /** What the compiler obeys, read by a later unit. */
    public CompilerSettings compilerSettings(Lookup lookup) {
        return lookup.unit(COMPILER, configMap).orElseThrow();
    }

    private Optional<CompilerSettings> makeCompiler(Name name, Lookup lookup, Consumer<Finding> findings) {
        return Optional.of(reader.readCompiler(options(lookup), findings));
    }

    private Optional<Settings> makeSettings(Name name, Lookup lookup, Consumer<Finding> findings) {
        return Optional.of(reader.read(listenerSet, options(lookup), findings));
    }

    private Optional<Boolean> check(Name name, Lookup lookup, Consumer<Finding> findings) {
        Optional<ConfigMap> map = lookup.object(ConfigMap.class, Kind.CONFIG_MAP, configMap);
        map.map(OptionCatalogue::check).orElse(List.of()).forEach(findings);
        return map.map(found -> true);
    }

    private Function<String, Optional<String>> options(Lookup lookup) {
        return option -> lookup.option(configMap, option);
    }
}
