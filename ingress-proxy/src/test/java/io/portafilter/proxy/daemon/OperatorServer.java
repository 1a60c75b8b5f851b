package io.portafilter.proxy.daemon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.feed.StreamOptions;
import io.portafilter.proxy.tls.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An operator's end of the stream on loopback, over TLS, and the files that a proxy needs for it. */
final class OperatorServer implements AutoCloseable {
    private static final char[] PASSWORD = "test".toCharArray();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Publisher publisher = new Publisher();
    private final Map<Key, Published> objects = new TreeMap<>();
    private final List<BlockingQueue<byte[]>> streams = new CopyOnWriteArrayList<>();
    private final Path folder;

    OperatorServer(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        TestCertificates.Pair pair = TestCertificates.of("localhost");
        Files.writeString(folder.resolve("ca.crt"), pair.certificate());
        Files.writeString(folder.resolve("token"), "token");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(pair)));
        server.setExecutor(threads);
        server.createContext("/v1/stream", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    StreamOptions options() {
        return StreamOptions.of(url(), folder.resolve("ca.crt"), folder.resolve("token"));
    }

    synchronized void publish(Collection<? extends Published> puts) {
        puts.forEach(object -> objects.put(object.key(), object));
        publisher.publish(puts, List.of()).forEach(this::say);
    }

    private void say(Frame frame) {
        streams.forEach(stream -> stream.add(FrameLines.write(frame)));
    }

    synchronized void heartbeat() {
        streams.forEach(stream -> stream.add("\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            BlockingQueue<byte[]> lines =
                    begin(String.valueOf(exchange.getRequestURI().getQuery()));
            OutputStream out = exchange.getResponseBody();
            out.flush();
            while (true) {
                out.write(lines.take());
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized BlockingQueue<byte[]> begin(String query) {
        BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
        if (!query.equals("version=" + publisher.version())) {
            lines.add(FrameLines.write(publisher.inventory()));
            new Publisher().publish(objects.values(), List.of()).forEach(frame -> lines.add(FrameLines.write(frame)));
        }
        streams.add(lines);
        return lines;
    }

    private static SSLContext tls(TestCertificates.Pair pair) throws GeneralSecurityException, IOException {
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pair.certificate().getBytes(StandardCharsets.US_ASCII)));
        byte[] key = Base64.getMimeDecoder().decode(pair.key().replaceAll("-----.*-----", ""));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "operator",
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                PASSWORD,
                new Certificate[] {certificate});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
