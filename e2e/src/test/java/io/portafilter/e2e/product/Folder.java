package io.portafilter.e2e.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A folder of manifests. A file appears, changes and goes in one step, never half written. */
public final class Folder {
    private final Path root;
    private final Path desk;

    private Folder(Path root, Path desk) {
        this.root = root;
        this.desk = desk;
    }

    /** An empty folder inside this one. */
    public static Folder in(Path parent) throws IOException {
        return new Folder(
                Files.createDirectory(parent.resolve("manifests")), Files.createDirectory(parent.resolve("desk")));
    }

    /** Where it is. */
    public Path path() {
        return root;
    }

    /** Puts these objects into a file. */
    public void write(String file, List<? extends Map<String, ?>> objects) throws IOException {
        write(file, Yaml.dump(objects));
    }

    /** Puts this text into a file. */
    public void write(String file, String text) throws IOException {
        Path draft = Files.writeString(desk.resolve(file), text);
        Files.move(draft, root.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes a file away. */
    public void delete(String file) throws IOException {
        Files.delete(root.resolve(file));
    }
}
