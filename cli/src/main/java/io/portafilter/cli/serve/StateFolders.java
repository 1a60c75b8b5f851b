package io.portafilter.cli.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where state lies unless a flag says otherwise, after the XDG Base Directory Specification. */
public final class StateFolders {
    private StateFolders() {}

    /**
     * A folder for each folder that is served: two of them never share their state.
     *
     * @param served the folder, or file, of manifests
     * @param environment {@code XDG_STATE_HOME} counts if it is absolute, else {@code HOME}; without both there is none
     */
    public static Optional<Path> of(Path served, Map<String, String> environment) {
        String place = served.toAbsolutePath().normalize().toString();
        UUID hash = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        return base(environment).map(base -> base.resolve("portafilter").resolve(hash.toString()));
    }

    private static Optional<Path> base(Map<String, String> environment) {
        Optional<Path> xdg = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute);
        return xdg.or(() -> Optional.ofNullable(environment.get("HOME")).map(home -> Path.of(home, ".local", "state")));
    }
}
