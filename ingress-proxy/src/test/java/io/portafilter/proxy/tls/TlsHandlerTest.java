package io.portafilter.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslEngine;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslHandler;
import io.portafilter.proxy.transport.Listening;
import io.portafilter.proxy.transport.Transport;
import io.portafilter.proxy.transport.TransportKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes over loopback against an echo behind the handler. */
class TlsHandlerTest {
    private final ExecutorService maker = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<SSLEngine> engines = ConcurrentHashMap.newKeySet();
    private final Queue<Channel> channels = new ConcurrentLinkedQueue<>();
    private volatile SniTable table = SniTable.EMPTY;
    private volatile Duration handshake = TlsHandler.HANDSHAKE;
    private Transport transport;

    @BeforeEach
    void start() {
        transport = Transport.start(TransportKind.best(), 2);
    }

    @AfterEach
    void stop() {
        transport.close();
        maker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void epollAndTcnativeWorkTogetherOnLinux(String protocol) throws IOException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        assertThat(Epoll.isAvailable()).as("epoll").isTrue();
        assertThat(OpenSsl.isAvailable()).as("tcnative").isTrue();
        table = sni("shop.test");
        try (Listening listening = listen(TlsProvider.best(), 10);
                SSLSocket client = TlsClient.connect(address(listening), "shop.test", protocol)) {
            assertThat(client.getSession().getProtocol()).isEqualTo(protocol);
            assertThat(echo(client)).isEqualTo("ping");
        }

        assertThat(transport.kind()).isEqualTo(TransportKind.EPOLL);
        assertThat(channels)
                .singleElement()
                .satisfies(channel -> assertThat(channel.getClass().getName()).contains("epoll"));
        assertThat(engines).singleElement().isInstanceOfAny(OpenSslEngine.class, ReferenceCountedOpenSslEngine.class);
    }

    @ParameterizedTest
    @EnumSource(TlsProvider.class)
    void theServerNameChoosesTheCertificate(TlsProvider provider) throws Exception {
        table = sni("a.test", "*.b.test");
        try (Listening listening = listen(provider, 10)) {
            assertThat(shown(listening, "a.test")).isEqualTo("CN=a.test");
            assertThat(shown(listening, "A.TEST")).isEqualTo("CN=a.test");
            assertThat(shown(listening, "x.b.test")).isEqualTo("CN=*.b.test");
            assertThat(shown(listening, "x.y.b.test")).contains("Fake Certificate");
            assertThat(shown(listening, "")).contains("Fake Certificate");

            table = new SniTable(table.names(), Optional.of(identity("default.test")));

            assertThat(shown(listening, "x.y.b.test")).isEqualTo("CN=default.test");
            assertThat(shown(listening, "")).isEqualTo("CN=default.test");
        }
    }

    @Test
    void aChangedIdentityAppliesToTheNextHandshake() throws Exception {
        table = sni("a.test");
        try (Listening listening = listen(TlsProvider.best(), 10);
                SSLSocket before = TlsClient.connect(address(listening), "a.test")) {
            table = new SniTable(Map.of("a.test", identity("renewed.test")), Optional.empty());

            assertThat(shown(listening, "a.test")).isEqualTo("CN=renewed.test");
            assertThat(echo(before)).as("the connection of before lives on").isEqualTo("ping");
        }
    }

    @Test
    void oldProtocolsAreRefusedAndOnlyHttp11IsNegotiated() throws Exception {
        table = sni("a.test");
        try (Listening listening = listen(TlsProvider.best(), 10);
                SSLSocket client = TlsClient.connect(address(listening), "a.test")) {
            assertThat(client.getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(engines.iterator().next())
                    .satisfies(engine -> assertThat(engine.getEnabledProtocols())
                            .contains("TLSv1.2", "TLSv1.3")
                            .doesNotContain("TLSv1", "TLSv1.1"));
        }
    }

    @Test
    void theCiphersAreThoseOfTheOriginal() throws Exception {
        table = new SniTable(SniTable.EMPTY.names(), Optional.of(identity("a.test")));
        try (Listening listening = listen(TlsProvider.best(), 10);
                SSLSocket client = TlsClient.connect(address(listening), "a.test", "TLSv1.2")) {
            assertThat(client.getSession().getCipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
            assertThat(engines.iterator().next())
                    .satisfies(engine -> assertThat(engine.getEnabledCipherSuites())
                            .allMatch(cipher -> cipher.contains("GCM") || cipher.contains("POLY1305")));
        }
    }

    @Test
    void onlySoManyContextsAreKept() throws Exception {
        table = sni("a.test", "b.test", "c.test", "d.test");
        TlsContexts contexts = new TlsContexts(TlsProvider.best(), 2, maker, InstantSource.system());
        try (Listening listening = listen(contexts)) {
            for (String name : List.of("a.test", "b.test", "c.test", "d.test", "a.test", "d.test")) {
                assertThat(shown(listening, name)).isEqualTo("CN=" + name);
                assertThat(contexts.size()).isBetween(1, 2);
            }
        }
    }

    @Test
    void whoSpeaksNoTlsIsCutOff() throws IOException {
        try (Listening listening = listen(TlsProvider.best(), 10);
                Socket client = new Socket()) {
            client.connect(address(listening), 10_000);
            client.setSoTimeout(30_000);
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            byte[] answer = client.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.US_ASCII)).doesNotContain("GET");
        }
    }

    /** The first record, of 16 KiB, of a ClientHello that promises 64 KiB: the answer is quicker than the handshake's ten seconds. */
    @Test
    void anEndlessHelloIsCutOffAtOnce() throws IOException {
        byte[] record = new byte[5 + 16 * 1024];
        System.arraycopy(new byte[] {22, 3, 1, 0x40, 0, 1, 1, 0, 0}, 0, record, 0, 9);
        try (Listening listening = listen(TlsProvider.best(), 10);
                Socket client = new Socket()) {
            client.connect(address(listening), 10_000);
            client.setSoTimeout(30_000);
            client.getOutputStream().write(record);

            Assertions.assertTimeout(
                    Duration.ofSeconds(9), () -> client.getInputStream().readAllBytes());
        }
        assertThat(engines).isEmpty();
    }

    @Test
    void aClientThatSaysNothingIsCutOffInTime() throws IOException {
        assertThat(TlsHandler.HANDSHAKE).hasSeconds(10);
        handshake = Duration.ofSeconds(1);
        try (Listening listening = listen(TlsProvider.best(), 10);
                Socket client = new Socket()) {
            client.connect(address(listening), 10_000);
            long begin = System.nanoTime();
            client.setSoTimeout(30_000);

            assertThat(client.getInputStream().read()).as("the end").isNegative();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(500));
        }
    }

    @Test
    void aHandshakeThatStopsHalfwayIsCutOffInTime() throws IOException {
        handshake = Duration.ofSeconds(1);
        try (Listening listening = listen(TlsProvider.best(), 10);
                Socket client = new Socket()) {
            client.connect(address(listening), 10_000);
            client.setSoTimeout(30_000);
            client.getOutputStream().write(new byte[] {22, 3, 1, 1, 0, 1});

            assertThat(client.getInputStream().readAllBytes()).hasSizeLessThan(100);
        }
    }

    @Test
    void aContextThatCannotBeMadeFailsTheHandshakeAlone() throws Exception {
        ServerIdentity broken = new ServerIdentity(
                "a/broken",
                identity("broken.test").chain(),
                identity("other.test").key());
        table = new SniTable(Map.of("a.test", identity("a.test"), "broken.test", broken), Optional.empty());
        try (Listening listening = listen(TlsProvider.best(), 10)) {
            assertThatThrownBy(() -> TlsClient.connect(address(listening), "broken.test"))
                    .isInstanceOfAny(SSLException.class, IOException.class);
            assertThat(shown(listening, "a.test")).isEqualTo("CN=a.test");
        }
    }

    private Listening listen(TlsProvider provider, int bound) throws IOException {
        return listen(new TlsContexts(provider, bound, maker, InstantSource.system()));
    }

    private Listening listen(TlsContexts contexts) throws IOException {
        return transport.listen(
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        channel.pipeline().addLast(new TlsHandler(() -> table, contexts, handshake), new Echo());
                    }
                });
    }

    private static InetSocketAddress address(Listening listening) {
        return listening.addresses().getFirst();
    }

    private static String shown(Listening listening, String serverName) throws IOException {
        try (SSLSocket client = TlsClient.connect(address(listening), serverName)) {
            return TlsClient.certificate(client).getSubjectX500Principal().getName();
        }
    }

    private static String echo(SSLSocket client) throws IOException {
        client.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
        return new String(client.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
    }

    private static SniTable sni(String... names) {
        return new SniTable(
                Stream.of(names).collect(Collectors.toMap(Function.identity(), TlsHandlerTest::identity)),
                Optional.empty());
    }

    private static ServerIdentity identity(String name) {
        TestCertificates.Pair pair = TestCertificates.of(name);
        try {
            return ServerIdentity.read("test/" + name, pair.certificate(), pair.key());
        } catch (BadIdentity e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            engines.add(ctx.pipeline().get(SslHandler.class).engine());
            ctx.writeAndFlush((ByteBuf) message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            SslHandler handler = ctx.pipeline().get(SslHandler.class);
            if (handler != null) {
                engines.add(handler.engine());
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}
