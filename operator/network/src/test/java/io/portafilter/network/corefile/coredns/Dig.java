package io.portafilter.network.corefile.coredns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A DNS client. */
final class Dig {
    private final SimpleResolver resolver;

    Dig(int port) {
        resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
        resolver.setPort(port);
        resolver.setTimeout(Duration.ofSeconds(10));
    }

    /** The records of an answer as {@code NAME VALUE}, or its code where it has none. */
    List<String> ask(String name, int type) {
        return ask(name, type, DClass.IN);
    }

    List<String> a(String name) {
        return ask(name, Type.A);
    }

    /** Which generation has been loaded. */
    String generation() {
        List<String> answer = ask("version.bind.", Type.TXT, DClass.CH);
        return answer.getFirst().replaceAll("^version.bind. ", "").replace("\"", "");
    }

    private List<String> ask(String name, int type, int dnsClass) {
        try {
            Message answer = resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, dnsClass)));
            List<String> records = answer.getSection(Section.ANSWER).stream()
                    .map(record -> record.getName() + " " + record.rdataToString())
                    .sorted()
                    .toList();
            return records.isEmpty() ? List.of(Rcode.string(answer.getRcode())) : records;
        } catch (TextParseException e) {
            throw new IllegalArgumentException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
