package io.portafilter.cli.kubectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A script in kubectl's place, which notes what it is asked. */
public final class FakeKubectl {
    private final Path folder;

    /** Writes it to a folder; the body sees the command line as {@code $*}. */
    public FakeKubectl(Path folder, String body) {
        this.folder = folder;
        try {
            Path script = folder.resolve("kubectl");
            Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$*\" >> '" + folder.resolve("asked") + "'\n" + body);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An environment in which this is the only kubectl. */
    public Map<String, String> environment() {
        return Map.of("PATH", folder + ":/usr/bin:/bin");
    }

    /** The command lines so far. */
    public List<String> asked() {
        try {
            return Files.readAllLines(folder.resolve("asked"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
