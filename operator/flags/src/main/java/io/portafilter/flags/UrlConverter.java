package io.portafilter.flags;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an {@code http://} or {@code https://} URL with a host. */
public final class UrlConverter implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            URI uri = new URI(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new TypeConversionException("\"" + text + "\" is not a URL: " + e.getReason());
        }
        throw new TypeConversionException("\"" + text + "\" is not a URL such as https://10.0.0.1:6443");
    }
}
