package io.portafilter.controller.network.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** One question to one server over UDP (RFC 1035 §4.2.1), asked twice where the first gets lost. */
final class DnsQuestion {
    private static final int LARGEST = 4096;
    private static final int ATTEMPTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private DnsQuestion() {}

    /** What a server says to {@code CH TXT version.bind}; nothing where it does not answer, or not so. */
    static Optional<String> version(InetSocketAddress server) {
        return ask(server, "version.bind.", Type.TXT, DClass.CH)
                .flatMap(answer -> texts(answer).stream().findFirst());
    }

    /** The code that a server answers to a question for addresses, such as {@code NXDOMAIN}; nothing where it does not answer. */
    static Optional<String> code(InetSocketAddress server, String name) {
        return ask(server, name + ".", Type.A, DClass.IN)
                .map(answer -> Rcode.string(answer.getHeader().getRcode()));
    }

    private static List<String> texts(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(TXTRecord.class::isInstance)
                .flatMap(found -> ((TXTRecord) found).getStrings().stream())
                .toList();
    }

    private static Optional<Message> ask(InetSocketAddress server, String name, int type, int kind) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Message> answer = once(server, name, type, kind);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> once(InetSocketAddress server, String name, int type, int kind) {
        try (DatagramSocket socket = new DatagramSocket()) {
            Message question = Message.newQuery(Record.newRecord(Name.fromString(name), type, kind));
            byte[] bytes = question.toWire();
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.connect(server);
            socket.send(new DatagramPacket(bytes, bytes.length));
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            socket.receive(packet);
            return Optional.of(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                    .filter(answer ->
                            answer.getHeader().getID() == question.getHeader().getID());
        } catch (IOException e) {
            return Optional.empty(); // nobody there, or not yet
        }
    }
}
