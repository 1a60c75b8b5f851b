package io.portafilter.compiler.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;

/** The form that a text must have. Patterns are RE2's: linear time on whatever somebody writes. */
public sealed interface Format {
    /** Whether the text has this form. */
    boolean accepts(String text);

    /** What is allowed; completes "must be …". */
    String allowed();

    /** One spelling for all texts that mean the same; other texts are only trimmed. */
    default String canonical(String text) {
        return text.trim();
    }

    /** See {@link GoBool}. */
    record Bool() implements Format {
        @Override
        public boolean accepts(String text) {
            return GoBool.parse(text).isPresent();
        }

        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public String canonical(String text) {
            return GoBool.parse(text).map(Object::toString).orElse(text);
        }
    }

    /** See {@link GoInt}. */
    record Int() implements Format {
        @Override
        public boolean accepts(String text) {
            return GoInt.parse(text).isPresent();
        }

        @Override
        public String allowed() {
            return "a whole number without a unit";
        }

        @Override
        public String canonical(String text) {
            return GoInt.parse(text).map(Object::toString).orElse(text);
        }
    }

    /** See {@link ByteSize}. */
    record Size() implements Format {
        @Override
        public boolean accepts(String text) {
            return ByteSize.FORM.matches(text.replace(" ", ""));
        }

        @Override
        public String allowed() {
            return "a size such as 512, 8k, 1m or 2g";
        }
    }

    /**
     * One of a few words; spaces around it do not count.
     *
     * @param words in lower case when {@code anyCase}
     * @param anyCase whether upper and lower case are the same
     */
    record OneOf(List<String> words, boolean anyCase) implements Format {
        /** Copies the list. */
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public boolean accepts(String text) {
            return words.contains(canonical(text));
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public String canonical(String text) {
            return anyCase ? text.trim().toLowerCase(Locale.ROOT) : text.trim();
        }
    }

    /** Some of a few words, with spaces between them. */
    record SomeOf(List<String> words) implements Format {
        /** Copies the list. */
        public SomeOf {
            words = List.copyOf(words);
        }

        @Override
        public boolean accepts(String text) {
            return !text.isBlank() && words.containsAll(List.of(text.trim().split("\\s+")));
        }

        @Override
        public String allowed() {
            return "words out of " + String.join(", ", words) + " with spaces between them";
        }
    }

    /** Addresses and networks with commas between them; see {@link Cidr}. */
    record Cidrs() implements Format {
        @Override
        public boolean accepts(String text) {
            return List.of(text.split(",", -1)).stream().map(String::trim).allMatch(Cidr::accepts);
        }

        @Override
        public String allowed() {
            return "addresses or networks with commas between them, such as 10.0.0.0/8, 2001:db8::1";
        }
    }

    /**
     * A text that matches a pattern as a whole.
     *
     * @param allowed what the pattern means
     * @param pattern the pattern
     * @param skipSpaces whether spaces in the text do not count
     */
    record Matching(String allowed, Pattern pattern, boolean skipSpaces) implements Format {
        @Override
        public boolean accepts(String text) {
            return pattern.matches(skipSpaces ? text.replace(" ", "") : text);
        }
    }

    /** {@code CN=} and a regular expression (RE2). */
    record CommonName() implements Format {
        @Override
        public boolean accepts(String text) {
            return text.startsWith("CN=") && compiles(text.substring("CN=".length()));
        }

        @Override
        public String allowed() {
            return "CN= and a regular expression";
        }

        private static boolean compiles(String expression) {
            try {
                var _ = Pattern.compile(expression);
                return true;
            } catch (PatternSyntaxException notOne) {
                return false;
            }
        }
    }

    /** Any text. */
    record Anything() implements Format {
        @Override
        public boolean accepts(String text) {
            return true;
        }

        @Override
        public String allowed() {
            return "any text";
        }
    }
}
