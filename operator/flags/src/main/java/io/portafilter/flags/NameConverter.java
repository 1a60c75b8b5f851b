package io.portafilter.flags;

import io.portafilter.snapshot.Name;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code namespace/name}; an empty text is none, which picocli's Optional wants as null. */
public final class NameConverter implements ITypeConverter<Name> {
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    @Override
    public @Nullable Name convert(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
            throw new TypeConversionException("\"" + text + "\" is not of the form namespace/name");
        }
        return new Name(namespace(text.substring(0, slash)), name(text.substring(slash + 1)));
    }

    static String namespace(String text) {
        return checked(NAMESPACE, text, "a namespace: small letters, digits and dashes, at most 63");
    }

    static String installation(String text) {
        return checked(NAMESPACE, text, "a name: small letters, digits and dashes, at most 63");
    }

    private static String name(String text) {
        return checked(NAME, text, "a name: small letters, digits, dashes and dots");
    }

    private static String checked(Pattern form, String text, String what) {
        if (!form.matcher(text).matches()) {
            throw new TypeConversionException("\"" + text + "\" is not " + what);
        }
        return text;
    }
}
