package io.portafilter.controller.network.standin;

import io.portafilter.network.corefile.render.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/**
 * A server of DNS that says which Corefile it has loaded, as CoreDNS's plugin chaos does. It loads what the ConfigMap holds when it is
 * asked, unless it is told not to.
 */
public final class Replica implements AutoCloseable {
    private static final int LARGEST = 4096;

    private final DatagramSocket socket;
    private final Supplier<String> configMap;
    private volatile Optional<String> held = Optional.empty();
    private volatile boolean failing;

    Replica(String address, Supplier<String> configMap) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
        this.configMap = configMap;
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return socket.getLocalAddress().getHostAddress();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Keeps what it has loaded now, whatever the ConfigMap says. */
    public void hold() {
        held = Optional.of(configMap.get());
    }

    /** Loads the ConfigMap again. */
    public void follow() {
        held = Optional.empty();
        failing = false;
    }

    /** Answers SERVFAIL to every question for an address. */
    public void fail() {
        failing = true;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Message answer(Message question) {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        if (question.getQuestion().getDClass() == DClass.CH) {
            Mark.answerOf(held.orElseGet(configMap))
                    .ifPresent(mark -> answer.addRecord(
                            new TXTRecord(question.getQuestion().getName(), DClass.CH, 0, mark), Section.ANSWER));
        } else if (failing) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
