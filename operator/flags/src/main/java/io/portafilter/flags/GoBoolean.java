package io.portafilter.flags;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a boolean as ingress-nginx's flags do: {@code true}, {@code false}, and Go's shorter forms. */
public final class GoBoolean implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> throw new TypeConversionException("\"" + text + "\" is neither true nor false");
        };
    }
}
