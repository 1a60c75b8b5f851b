package io.portafilter.snapshot.folder;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A piece of a YAML document and where it stands; lines and columns count from 0, lines from the start of the document. */
sealed interface Yaml {
    /** From 0, in the document. */
    int line();

    /** From 0. */
    int column();

    /** What it is, for complaints. */
    String describe();

    /** Whether it stands for nothing. */
    default boolean isNull() {
        return false;
    }

    /** What a scalar means, by the rules that Kubernetes' tools read with: those of YAML 1.1 for booleans and numbers. */
    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * A scalar.
     *
     * @param text its value
     * @param quoted whether it is a text whatever it looks like
     */
    record Scalar(String text, boolean quoted, int line, int column) implements Yaml {
        private static final Pattern NUMBER =
                Pattern.compile("[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
                        + "|\\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN)");

        Type type() {
            if (quoted) {
                return Type.TEXT;
            }
            return switch (text) {
                case "", "~", "null", "Null", "NULL" -> Type.NULL;
                case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> Type.BOOLEAN;
                case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> Type.BOOLEAN;
                default -> mayBeNumber(text.charAt(0)) && NUMBER.matcher(text).matches() ? Type.NUMBER : Type.TEXT;
            };
        }

        private static boolean mayBeNumber(char first) {
            return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        }

        @Override
        public boolean isNull() {
            return type() == Type.NULL;
        }

        @Override
        public String describe() {
            return switch (type()) {
                case TEXT -> "the text \"" + text + "\"";
                case NUMBER -> "the number " + text;
                case BOOLEAN -> "the boolean " + text;
                case NULL -> "null";
            };
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, int line, int column) implements Yaml {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A mapping; its keys are texts. */
    record Mapping(Map<String, Yaml> entries, int line, int column) implements Yaml {
        @Override
        public String describe() {
            return "a mapping";
        }
    }
}
