package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Product;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The recording's client: a connection for each request, bytes as recorded. */
final class Client {
    private final Product product;
    private final OracleBackends backends;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Client(Product product, OracleBackends backends) {
        this.product = product;
        this.backends = backends;
    }

    /** Asks, as often as the recording says. */
    Observed ask(Step.Ask ask) throws Exception {
        if (!ask.unknown().isEmpty()) {
            throw new UnsupportedOperationException("this replay does not know " + ask.unknown());
        }
        backends.take();
        List<Exchange> exchanges =
                ask.parallel().isPresent() ? together(ask, ask.parallel().get()) : oneByOne(ask);
        SortedMap<String, Integer> tally = new TreeMap<>();
        exchanges.forEach(each -> tally.merge(Observed.result(each.heard), 1, Integer::sum));
        Exchange last = exchanges.getLast();
        return new Observed(last.heard, last.certificateNames, last.tunnel, tally, seen());
    }

    private List<Exchange> oneByOne(Step.Ask ask) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < ask.times(); i++) {
            exchanges.add(once(ask));
        }
        return exchanges;
    }

    private List<Exchange> together(Step.Ask ask, int clients) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> futures = threads.invokeAll(Collections.nCopies(clients, () -> once(ask)));
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<Exchange> future : futures) {
                exchanges.add(future.get());
            }
            return exchanges;
        }
    }

    private Exchange once(Step.Ask ask) throws IOException {
        try (Connection connection = connect(ask)) {
            connection.send(ask.bytes(kept(ask)));
            Heard heard = connection.receive(ask.method());
            if (heard instanceof Heard.Reply reply && ask.cookies().equals("get")) {
                keep(reply);
            }
            Optional<String> tunnel = Optional.empty();
            if (ask.then().isPresent()) {
                connection.send(ask.then().get());
                tunnel = Optional.of(connection.tunnelled(ask.then().get().length()));
            }
            return new Exchange(heard, connection.certificate().map(Client::names), tunnel);
        }
    }

    private Connection connect(Step.Ask ask) throws IOException {
        InetAddress from = InetAddress.getByName(Places.localAddress(ask.from()));
        InetSocketAddress to = ask.toTlsPort() ? product.https() : product.http();
        return ask.tls() ? Connection.openTls(to, from, ask.serverName()) : Connection.open(to, from);
    }

    private List<Header> kept(Step.Ask ask) {
        if (!ask.cookies().equals("keep") || cookies.isEmpty()) {
            return List.of();
        }
        return List.of(new Header("Cookie", String.join("; ", cookies.values())));
    }

    private void keep(Heard.Reply reply) {
        for (String cookie : reply.head().values("Set-Cookie")) {
            String pair = cookie.split(";")[0];
            cookies.put(pair.split("=")[0], pair);
        }
    }

    /** What backends saw, with this machine's addresses and ports as the recording has them. */
    private List<Seen> seen() {
        return backends.take().stream()
                .map(seen -> new Seen(
                        seen.id(),
                        seen.line(),
                        seen.headers()
                                .map(headers ->
                                        headers.stream().map(this::recorded).toList()),
                        seen.body()))
                .toList();
    }

    private Header recorded(Header header) {
        return new Header(header.name(), backends.places().recorded(header.value()));
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateParsingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private record Exchange(Heard heard, Optional<List<String>> certificateNames, Optional<String> tunnel) {}
}
