package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.form.GoDuration;
import io.portafilter.network.corefile.plugin.Cache;
import io.portafilter.network.corefile.plugin.PluginOption;
import io.portafilter.network.corefile.settings.CacheSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Cache as fields. What this reads too loosely comes out differently when it is written, and is then kept as text. */
final class CacheReading {
    private static final Set<String> OPTIONS = Set.of("success", "denial", "disable", "serve_stale");

    private CacheReading() {}

    static Optional<CacheSettings> read(Cache cache) {
        boolean known = cache.arguments().isEmpty()
                && cache.options().stream().map(PluginOption::name).allMatch(OPTIONS::contains);
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(new CacheSettings(
                cache.ttl(),
                argument(cache, "denial", 1),
                argument(cache, "success", 0),
                argument(cache, "denial", 0),
                option(cache, "disable").isEmpty(),
                option(cache, "serve_stale").flatMap(CacheReading::stale)));
    }

    private static Optional<CacheSettings.ServeStale> stale(PluginOption option) {
        List<String> words = option.arguments();
        boolean verify = words.size() == 2 && words.get(1).equals("verify");
        return words.stream()
                .findFirst()
                .flatMap(GoDuration::parse)
                .map(upTo -> new CacheSettings.ServeStale(upTo, verify));
    }

    private static OptionalInt argument(Cache cache, String option, int index) {
        return FieldReading.number(option(cache, option)
                .flatMap(found -> found.arguments().stream().skip(index).findFirst()));
    }

    private static Optional<PluginOption> option(Cache cache, String name) {
        return cache.options().stream()
                .filter(option -> option.name().equals(name))
                .findFirst();
    }
}
