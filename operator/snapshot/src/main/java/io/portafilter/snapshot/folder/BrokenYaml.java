package io.portafilter.snapshot.folder;

/** A text is no YAML, or more of it than we take. Lines and columns count from 0. */
final class BrokenYaml extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    BrokenYaml(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
