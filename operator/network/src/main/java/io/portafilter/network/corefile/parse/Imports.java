package io.portafilter.network.corefile.parse;

import java.util.List;

/** Where imported files come from. */
public interface Imports {
    /**
     * A file that an import brings in.
     *
     * @param path absolute
     * @param text what it holds
     */
    record ImportedFile(String path, String text) {}

    /**
     * The files that a pattern names, in byte order of their paths.
     *
     * @param path absolute, or relative to the folder of the Corefile; holds at most one {@code *} and one {@code ?}
     */
    List<ImportedFile> find(String path);
}
