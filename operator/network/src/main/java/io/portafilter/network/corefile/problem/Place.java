package io.portafilter.network.corefile.problem;

/**
 * Where in which text.
 *
 * @param file as the reader of the Corefile calls it; for settings the name of the field
 * @param line 1 for the first line; 0 where no line can be named
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return line == 0 ? file : file + " line " + line;
    }
}
