package io.portafilter.controller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The product's version, from the build. */
final class ReleaseText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"portafilter-operator " + release()};
    }

    static String release() {
        try (InputStream in = ReleaseText.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
