package io.portafilter.flags;

import io.portafilter.snapshot.Name;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code namespace/name}. */
public final class NameConverter implements ITypeConverter<Name> {
    @Override
    public Name convert(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
            throw new TypeConversionException("\"" + text + "\" is not of the form namespace/name");
        }
        return new Name(text.substring(0, slash), text.substring(slash + 1));
    }
}
