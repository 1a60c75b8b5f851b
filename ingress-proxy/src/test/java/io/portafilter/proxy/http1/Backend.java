package io.portafilter.proxy.http1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backend of a test: it does what a script says on each connection, and records every byte that it is sent. */
final class Backend implements AutoCloseable {
    /** What it does with one connection; an exception closes it. */
    @FunctionalInterface
    interface Script {
        void run(Connection connection) throws IOException;
    }

    private final ServerSocket server;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    private Backend(Script script) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(script));
    }

    static Backend of(Script script) throws IOException {
        return new Backend(script);
    }

    /** Answers each request on a connection, whose body it reads by Content-Length or chunks, with these bytes. */
    static Backend answering(String answer) throws IOException {
        return of(connection -> {
            while (connection.readRequest()) {
                connection.send(answer);
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    int connectionCount() {
        return connections.size();
    }

    Connection connection(int index) {
        return connections.get(index);
    }

    /** All bytes of all connections, in the order in which these were opened. */
    String received() {
        StringBuilder all = new StringBuilder();
        connections.forEach(connection -> all.append(connection.received()));
        return all.toString();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Connection connection = new Connection(server.accept());
                connections.add(connection);
                Thread.ofVirtual().start(() -> connection.run(script));
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }

    /** One connection of the proxy. */
    static final class Connection {
        private final Socket socket;
        private final ByteArrayOutputStream record = new ByteArrayOutputStream();
        private volatile boolean ended;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        private void run(Script script) {
            try (socket) {
                script.run(this);
            } catch (IOException e) {
                ended = true;
            }
        }

        /** The next byte, or -1. */
        int read() throws IOException {
            int b = socket.getInputStream().read();
            if (b < 0) {
                ended = true;
            } else {
                synchronized (record) {
                    record.write(b);
                }
            }
            return b;
        }

        /** Reads until the record ends with this text; false if the connection ends first. */
        boolean readUntil(String end) throws IOException {
            StringBuilder tail = new StringBuilder();
            while (!tail.toString().endsWith(end)) {
                int b = read();
                if (b < 0) {
                    return false;
                }
                tail.append((char) b);
                if (tail.length() > 2 * end.length() + 16) {
                    tail.delete(0, tail.length() - end.length());
                }
            }
            return true;
        }

        /** Reads so many bytes. */
        void readBytes(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                if (read() < 0) {
                    throw new IOException("connection ended in a body");
                }
            }
        }

        /** Reads so many bytes without recording them. */
        void skip(int count) throws IOException {
            if (socket.getInputStream().readNBytes(count).length < count) {
                throw new IOException("connection ended in a body");
            }
        }

        /** Reads a head and returns it; empty at the end of the connection. */
        String readHead() throws IOException {
            int from = received().length();
            return readUntil("\r\n\r\n") ? received().substring(from) : "";
        }

        /** Reads a head and its body. */
        boolean readRequest() throws IOException {
            String head = readHead();
            if (head.contains("Transfer-Encoding: chunked")) {
                return readUntil("0\r\n\r\n");
            }
            int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
            if (at >= 0) {
                readBytes(Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at))));
            }
            return !head.isEmpty();
        }

        /** Reads to the end of the connection. */
        void readAll() throws IOException {
            byte[] buffer = new byte[64 * 1024];
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (record) {
                    record.write(buffer, 0, n);
                }
            }
            ended = true;
        }

        void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        void endOutput() throws IOException {
            socket.shutdownOutput();
        }

        /** Closes with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void close() throws IOException {
            socket.close();
        }

        /** Whether the proxy has ended or reset the connection. */
        boolean ended() {
            return ended;
        }

        String received() {
            synchronized (record) {
                return record.toString(StandardCharsets.ISO_8859_1);
            }
        }
    }
}
