package io.portafilter.proxy.daemon;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of seconds, with or without its unit. */
final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        if (!text.matches("[0-9]{1,6}s?")) {
            throw new TypeConversionException("\"" + text + "\" is not a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
    }
}
