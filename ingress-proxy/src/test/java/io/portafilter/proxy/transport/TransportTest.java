package io.portafilter.proxy.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportTest {
    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void connectionsAreServedAndSpreadOverTheLoops(TransportKind kind) throws IOException {
        try (Transport transport = Transport.start(kind, 2);
                Listening listening = transport.listen(List.of(loopback("127.0.0.1")), echo())) {
            for (int i = 0; i < 64; i++) {
                assertEchoes(listening.addresses().getFirst());
            }
            assertThat(listening.sockets()).isEqualTo(kind == TransportKind.EPOLL ? 2 : 1);
            assertThat(transport.loops()).hasSize(2);
            assertThat(threads).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void severalAddressesAreBoundAndIpv6IsOneOfThem(TransportKind kind) throws IOException {
        try (Transport transport = Transport.start(kind, 2);
                Listening listening = transport.listen(List.of(loopback("127.0.0.1"), loopback("::1")), echo())) {
            assertThat(listening.addresses()).hasSize(2).allSatisfy(address -> {
                assertThat(address.getPort()).isPositive();
                assertEchoes(address);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void aPortThatIsTakenIsRefusedAndNothingStaysBound(TransportKind kind) throws IOException {
        try (Transport transport = Transport.start(kind, 2);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress first = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
            InetSocketAddress second = new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());

            assertThatThrownBy(() -> transport.listen(List.of(first, second), echo()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on")
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(() -> connect(first)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void thePortOfAnotherProxyIsNotShared() throws IOException {
        try (Transport one = Transport.start(TransportKind.best(), 1);
                Transport other = Transport.start(TransportKind.best(), 1);
                Listening listening = one.listen(List.of(loopback("127.0.0.1")), echo())) {
            assertThatThrownBy(() -> other.listen(listening.addresses(), echo()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void anUnknownNameIsRefusedWithASentence() {
        try (Transport transport = Transport.start(TransportKind.NIO, 1)) {
            assertThatThrownBy(() ->
                            transport.listen(List.of(InetSocketAddress.createUnresolved("no.such.host", 0)), echo()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no.such.host");
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void closingTheListeningKeepsConnections(TransportKind kind) throws IOException {
        try (Transport transport = Transport.start(kind, 1);
                Socket early = new Socket()) {
            InetSocketAddress address;
            try (Listening listening = transport.listen(List.of(loopback("127.0.0.1")), echo())) {
                address = listening.addresses().getFirst();
                early.connect(address, 10_000);
                assertEchoes(early);
            }

            assertEchoes(early);
            assertThatThrownBy(() -> connect(address)).isInstanceOf(ConnectException.class);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static InetSocketAddress loopback(String address) {
        return new InetSocketAddress(address, 0);
    }

    private static void assertEchoes(InetSocketAddress address) throws IOException {
        try (Socket socket = connect(address)) {
            assertEchoes(socket);
        }
    }

    private static void assertEchoes(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        assertThat(socket.getInputStream().read()).isEqualTo('x');
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(30_000);
        socket.connect(address, 10_000);
        return socket;
    }

    private ChannelHandler echo() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                threads.add(Thread.currentThread().getName());
                channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext ctx, Object message) {
                        ctx.writeAndFlush(message);
                    }
                });
            }
        };
    }
}
