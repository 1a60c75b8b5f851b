package io.portafilter.proxy.routing;

/** Which paths a rule takes. Paths are normalised and decoded (behaviour §2.4), one character a byte. */
public sealed interface PathPattern {
    /** The path of the rule; starts with a slash. */
    String path();

    /** Whether it takes this path. */
    boolean matches(String other);

    /** The whole path, case-sensitive. */
    record Exact(String path) implements PathPattern {
        @Override
        public boolean matches(String other) {
            return path.equals(other);
        }

        @Override
        public String toString() {
            return "Exact " + path;
        }
    }

    /**
     * The path and everything below it: {@code /foo} takes {@code /foo} and {@code /foo/x}, never {@code /foobar};
     * {@code /foo/} takes only what begins with it.
     */
    record Prefix(String path) implements PathPattern {
        @Override
        public boolean matches(String other) {
            return other.startsWith(path) && endsAnElement(path, other);
        }

        /** Whether the path, with which the other begins, ends where an element of the other ends. */
        static boolean endsAnElement(String path, String other) {
            return other.length() == path.length() || path.endsWith("/") || other.charAt(path.length()) == '/';
        }

        @Override
        public String toString() {
            return "Prefix " + path;
        }
    }

    /**
     * What a rule that ends in a slash takes when that slash is missing: {@code /foo} of {@code /foo/}. Yields to a rule for the
     * path itself (behaviour §2.1).
     *
     * @param path the rule's path, with its slash
     */
    record SlashMissing(String path) implements PathPattern {
        /** Checks the slash. */
        public SlashMissing {
            if (path.length() < 2 || !path.endsWith("/")) {
                throw new IllegalArgumentException("does not end in a slash that can be missing: " + path);
            }
        }

        /** The path that it takes. */
        public String withoutSlash() {
            return path.substring(0, path.length() - 1);
        }

        @Override
        public boolean matches(String other) {
            return other.length() == path.length() - 1 && path.startsWith(other);
        }

        @Override
        public String toString() {
            return "SlashMissing " + path;
        }
    }
}
