package io.portafilter.flags;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a namespace; an empty text is none, which picocli's Optional wants as null. */
public final class NamespaceConverter implements ITypeConverter<String> {
    @Override
    public @Nullable String convert(String text) {
        return text.isEmpty() ? null : NameConverter.namespace(text);
    }
}
