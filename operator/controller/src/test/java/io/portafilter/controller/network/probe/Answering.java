package io.portafilter.controller.network.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/** A server on loopback that answers each packet as a test says, by the packet's number; an empty answer is none. */
final class Answering implements AutoCloseable {
    private static final int LARGEST = 4096;

    private final DatagramSocket socket;
    private final IntFunction<UnaryOperator<byte[]>> answers;
    private final AtomicInteger asked = new AtomicInteger();

    Answering(IntFunction<UnaryOperator<byte[]>> answers) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.answers = answers;
        Thread.ofVirtual().start(this::serve);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    /** How many packets came. */
    int asked() {
        return asked.get();
    }

    /** An answer to a question, with the same id. */
    static Message to(byte[] question) {
        try {
            Message asked = new Message(question);
            Message answer = new Message(asked.getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            answer.addRecord(asked.getQuestion(), Section.QUESTION);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(packet);
                byte[] answer = answers.apply(asked.getAndIncrement())
                        .apply(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
