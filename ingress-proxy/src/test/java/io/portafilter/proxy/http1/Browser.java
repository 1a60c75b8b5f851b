package io.portafilter.proxy.http1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of a test: bytes out, bytes in. Reads give up after 30 seconds. */
final class Browser implements AutoCloseable {
    private final Socket socket;

    Browser(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
    }

    Browser send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends the end of its output. */
    Browser endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Reads until what came ends with this text. */
    String readUntil(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < end.length() || text.indexOf(end, text.length() - end.length()) < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("connection ended after: " + text);
            }
            text.append((char) b);
        }
        return text.toString();
    }

    /** Reads a head. */
    String readHead() throws IOException {
        return readUntil("\r\n\r\n");
    }

    /** Reads exactly so many bytes. */
    String readBytes(int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Reads to the end of the connection. */
    String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            all.write(buffer, 0, n);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Closes with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
