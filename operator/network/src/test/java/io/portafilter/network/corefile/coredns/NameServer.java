package io.portafilter.network.corefile.coredns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A small name server over UDP that knows some addresses and remembers what it was asked. */
final class NameServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final Map<String, String> addresses;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private NameServer(DatagramSocket socket, Map<String, String> addresses) {
        this.socket = socket;
        this.addresses = Map.copyOf(addresses);
    }

    /** Serves addresses by name, each name with a dot at the end. */
    static NameServer start(Map<String, String> addresses) throws IOException {
        NameServer server = new NameServer(
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), addresses);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The names that it was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private Message answer(Message query) throws IOException {
        Record question = query.getQuestion();
        Name name = question.getName();
        String text = name.toString().toLowerCase(java.util.Locale.ROOT);
        asked.add(text);
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        String address = addresses.get(text);
        if (address == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else if (question.getType() == Type.A) {
            answer.addRecord(new ARecord(name, DClass.IN, 60, InetAddress.getByName(address)), Section.ANSWER);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
