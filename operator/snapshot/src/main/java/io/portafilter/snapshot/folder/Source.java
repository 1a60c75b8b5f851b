package io.portafilter.snapshot.folder;

import java.io.InputStream;
import java.nio.file.Path;

/** Where manifests come from. */
public sealed interface Source {
    /**
     * A folder with its sub-folders, or one file. It is looked at again with each reading.
     *
     * @param root the folder, or the file
     */
    record Files(Path root) implements Source {}

    /**
     * A stream that is read once, to its end, by the first reading; later readings find nothing new.
     *
     * @param name how complaints call it, for example {@code stdin}
     * @param in YAML or JSON in UTF-8; not closed
     */
    record Stream(String name, InputStream in) implements Source {}
}
