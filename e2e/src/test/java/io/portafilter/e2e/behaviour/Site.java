package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.EmbeddedServe;
import io.portafilter.cli.serve.Serve;
import io.portafilter.e2e.backend.Backend;
import io.portafilter.e2e.backend.Behaviour;
import io.portafilter.e2e.backend.Outcome;
import io.portafilter.e2e.backend.Received;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Heard;
import io.portafilter.e2e.wire.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The product on a folder of manifests, in front of one backend that tells what it heard. */
final class Site implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Backend backend;
    private final Serve product;

    private Site(Path folder, String manifests, Behaviour behaviour, String... flags) throws IOException {
        backend = Backend.start(new InetSocketAddress(LOOPBACK, 0), request -> {
            received.add(request);
            return behaviour.on(request);
        });
        Files.writeString(
                folder.resolve("site.yaml"),
                manifests.replace("BACKEND", Integer.toString(backend.address().getPort())));
        List<String> line = new ArrayList<>(List.of(folder.toString(), "--bind=127.0.0.1", "--http-port=0"));
        line.addAll(List.of("--https-port=0", "--healthz-port=0"));
        line.addAll(List.of(flags));
        product = EmbeddedServe.start(line.toArray(String[]::new));
    }

    /** Serves these manifests, in which BACKEND stands for the backend's port. */
    static Site serve(Path folder, String manifests, Behaviour behaviour, String... flags) throws IOException {
        return new Site(folder, manifests, behaviour, flags);
    }

    /** Always an answer of 200 with these fields, {@code Name: value} each. */
    static Behaviour answer(String body, String... fields) {
        List<Header> headers = new ArrayList<>();
        for (String field : fields) {
            headers.add(new Header(field.split(": ", 2)[0], field.split(": ", 2)[1]));
        }
        Outcome answer = new Outcome.Answer(200, headers, body.getBytes(StandardCharsets.US_ASCII));
        return request -> answer;
    }

    /** What is answered to this request line and these fields. */
    Heard.Reply ask(String line, String... fields) throws IOException {
        return ask(product.http().getFirst(), line, fields);
    }

    /** The page of this path on the admin port. */
    String admin(String path) throws IOException {
        return ask(product.admin().orElseThrow(), "GET " + path + " HTTP/1.1", "Host: localhost")
                .text();
    }

    private static Heard.Reply ask(InetSocketAddress to, String line, String... fields) throws IOException {
        try (Connection connection = Connection.open(to)) {
            connection.send(line + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
            Heard heard = connection.receive(line.split(" ")[0]);
            assertThat(heard).isInstanceOf(Heard.Reply.class);
            return (Heard.Reply) heard;
        }
    }

    /** Common name of the certificate that is shown for this server name. */
    String certificate(String serverName) throws IOException {
        try (Connection connection =
                Connection.openTls(product.https().getFirst(), LOOPBACK, Optional.of(serverName))) {
            return connection
                    .certificate()
                    .orElseThrow()
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    /** What the backend heard. */
    List<Received> received() {
        return received;
    }

    /** A manifest of a Secret with a certificate for these names. */
    static String secret(String name, String... names) {
        TestCertificate certificate = TestCertificate.ec(List.of(names));
        return """
                ---
                {apiVersion: v1, kind: Secret, type: kubernetes.io/tls, metadata: {name: %s}, stringData: {tls.crt: "%s", tls.key: "%s"}}
                """.formatted(name, oneLine(certificate.certificatePem()), oneLine(certificate.keyPem()));
    }

    private static String oneLine(String pem) {
        return pem.replace("\n", "\\n");
    }

    @Override
    public void close() throws IOException {
        product.close();
        backend.close();
    }
}
