package io.portafilter.proxy.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"portafilter-proxy " + release(), "Java " + Runtime.version()};
    }

    /** The product's version. */
    static String release() throws IOException {
        try (InputStream text = VersionText.class.getResourceAsStream("version.txt")) {
            if (text == null) {
                throw new IOException("version.txt is missing from the program's files; build it again");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
