package io.portafilter.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client's connection that sends bytes and reads answers with a Content-Length. */
final class Connection implements AutoCloseable {
    private final Socket socket;

    Connection(Socket socket) {
        this.socket = socket;
    }

    static Connection to(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address, 10_000);
        socket.setSoTimeout(30_000);
        return new Connection(socket);
    }

    /**
     * An answer.
     *
     * @param head status line and fields
     * @param body the body
     */
    record Answer(String head, String body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }
    }

    void send(String host, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: test\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer receive() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("the connection ended after: " + head);
            }
            head.append((char) b);
        }
        int at = head.toString().toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
        return new Answer(
                head.toString(), new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    Answer get(String host, String path) throws IOException {
        send(host, path);
        return receive();
    }

    /** Whether the other side ends the connection without another byte. */
    boolean ends() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    /** Closes so that the other side sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
