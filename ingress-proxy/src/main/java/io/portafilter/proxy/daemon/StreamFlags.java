package io.portafilter.proxy.daemon;

import io.portafilter.contract.feed.StreamOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where configuration comes from. */
final class StreamFlags {
    @Option(
            names = "--operator",
            required = true,
            paramLabel = "URL",
            converter = OperatorConverter.class,
            description = "Where the operator serves its stream, as https://HOST:PORT")
    private URI operator = URI.create("https://operator:9443");

    @Option(
            names = "--ca-file",
            required = true,
            paramLabel = "FILE",
            description =
                    "PEM: who may have signed the operator's certificate, and nobody else. Read anew for each stream")
    private Path caFile = Path.of("ca.crt");

    @Option(
            names = "--token-file",
            required = true,
            paramLabel = "FILE",
            description = "Token of this pod's service account, for the operator's audience. Read anew for each stream")
    private Path tokenFile = Path.of("token");

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "Keeps what is served, private keys included, for a restart without any operator: in a folder below"
                            + " it that only this process's user can read. Without it, nothing is kept")
    private Optional<Path> stateDir = Optional.empty();

    StreamOptions options() {
        return StreamOptions.of(operator, caFile, tokenFile);
    }

    Optional<Path> stateFolder() {
        return stateDir.map(folder -> folder.resolve("last-good"));
    }

    /** Reads {@code https://HOST:PORT}. */
    static final class OperatorConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI url = URI.create(text);
                return StreamOptions.of(url, Path.of(""), Path.of("")).operator();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"" + text + "\" is not of the form https://HOST:PORT");
            }
        }
    }
}
