package io.portafilter.e2e.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a request or response.
 *
 * @param line its first line without the line end
 * @param headers its fields in order, values without surrounding blanks
 */
public record Head(String line, List<Header> headers) {
    /** Copies the list. */
    public Head {
        headers = List.copyOf(headers);
    }

    /** Reads a head; empty when the peer closed before it began. */
    static Optional<Head> read(InputStream in) throws IOException {
        Optional<String> line = line(in);
        return line.isEmpty() ? Optional.empty() : Optional.of(rest(line.get(), in));
    }

    /** Reads the fields that follow this first line. */
    static Head rest(String line, InputStream in) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String field = line(in).orElse(""); !field.isEmpty(); field = line(in).orElse("")) {
            int colon = field.indexOf(':');
            headers.add(
                    colon < 0
                            ? new Header(field, "")
                            : new Header(
                                    field.substring(0, colon),
                                    field.substring(colon + 1).strip()));
        }
        return new Head(line, headers);
    }

    /** A line without its end, as Latin-1; empty at the end of the stream. */
    static Optional<String> line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return Optional.of(line.toString());
    }

    /** Reads the body that this head announces; a response without a length goes on until the peer closes. */
    byte[] body(InputStream in, boolean endsWithConnection) throws IOException {
        if (value("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks(in);
        }
        Optional<String> length = value("Content-Length");
        if (length.isPresent()) {
            return in.readNBytes(Integer.parseInt(length.get()));
        }
        return endsWithConnection ? in.readAllBytes() : new byte[0];
    }

    /** The first value of this name. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** All values of this name. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(in).orElseThrow().split(";")[0].strip(), 16);
            body.write(in.readNBytes(size));
            if (size > 0) {
                line(in);
            }
        } while (size > 0);
        rest("", in); // trailers: nobody here looks at them
        return body.toByteArray();
    }
}
