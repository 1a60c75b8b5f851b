package io.portafilter.compiler.catalogue;

import com.google.re2j.Pattern;
import java.util.List;

/** The formats that many entries share, under short names for the catalogues' tables. */
public final class Formats {
    private static final String BASIC = "A-Za-z0-9\\-._~/:";

    public static final Format BOOL = new Format.Bool();
    public static final Format INT = new Format.Int();
    public static final Format SIZE = new Format.Size();
    public static final Format CIDRS = new Format.Cidrs();
    public static final Format ANYTHING = new Format.Anything();
    public static final Format ON_OFF = oneOf("on", "off");

    /** Names of hosts, cookies and objects. */
    public static final Format BASIC_TEXT = compact("a text of letters, digits and - . _ ~ / :", "[" + BASIC + "]*");

    /** URLs, without variables. */
    public static final Format URL_TEXT =
            compact("a text of letters, digits and - . _ ~ / : , ? & =", "[" + BASIC + ",?&=]*");

    /** URLs, with nginx variables. */
    public static final Format URL_WITH_VARIABLES =
            compact("a text of letters, digits and - . _ ~ / : , ? & = $", "[" + BASIC + ",?&=$]*");

    /** An expression of nginx variables. */
    public static final Format VARIABLES = compact("a text of letters, digits and - _ $ { }", "[A-Za-z0-9\\-_${}]*");

    /** A path with references to the groups of a regular expression. */
    public static final Format PATH_WITH_GROUPS =
            exact("a path of letters, digits and - . _ ~ / : with $1 to $9 for groups", "[" + BASIC + "$]*");

    /** Names of header fields. */
    public static final Format HEADER_NAMES = compact("names of headers with commas between them", "[A-Za-z0-9\\-_,]*");

    /** One host name, wildcard or regular expression. */
    public static final Format SERVER_NAME = exact(
            "a text of letters, digits and - . _ ~ / : ^ $ [ ] ( ) { } * + ? | & = \\",
            "\\s*[" + BASIC + "^$\\[\\](){}*+?|&=\\\\]*\\s*");

    private Formats() {}

    /** One of these words. */
    public static Format oneOf(String... words) {
        return new Format.OneOf(List.of(words), false);
    }

    /** One of these words, which are given in lower case, in any case. */
    public static Format oneOfAnyCase(String... words) {
        return new Format.OneOf(List.of(words), true);
    }

    /** A pattern for the text without its spaces. */
    public static Format compact(String allowed, String pattern) {
        return new Format.Matching(allowed, Pattern.compile(pattern), true);
    }

    /** A pattern for the text as it is. */
    public static Format exact(String allowed, String pattern) {
        return new Format.Matching(allowed, Pattern.compile(pattern), false);
    }
}
