package io.portafilter.flags;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/** Reads what the names of Services and Secrets begin with; an empty text is none, which picocli's Optional wants as null. */
public final class InstallationConverter implements ITypeConverter<String> {
    @Override
    public @Nullable String convert(String text) {
        return text.isEmpty() ? null : NameConverter.installation(text);
    }
}
