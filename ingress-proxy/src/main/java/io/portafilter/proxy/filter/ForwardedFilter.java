package io.portafilter.proxy.filter;

import io.portafilter.proxy.exchange.Client;
import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.RequestFilter;
import io.portafilter.proxy.exchange.Verdict;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.RequestHead;
import java.util.List;
import java.util.Optional;

/**
 * What a backend is told about the client (behaviour §4.1), when nothing that a client says about itself is believed. Fields that
 * only the proxy may set are removed even where it has nothing to set: so nobody can forge them.
 */
final class ForwardedFilter implements RequestFilter {
    @Override
    public Verdict filter(Exchange exchange) {
        RequestHead request = exchange.request();
        Fields fields = request.fields();
        Client client = exchange.client();
        String scheme = client.listener().scheme();

        host(request, fields);
        identify(exchange, fields);
        keep(fields, FieldName.X_FORWARDED_FOR, FieldName.X_ORIGINAL_FORWARDED_FOR);
        keep(fields, FieldName.X_FORWARDED_HOST, FieldName.X_ORIGINAL_FORWARDED_HOST);
        fields.set(FieldName.X_REAL_IP, client.ip());
        fields.set(FieldName.X_FORWARDED_FOR, client.ip());
        if (!request.authority().isEmpty()) {
            fields.set(FieldName.X_FORWARDED_HOST, request.authority());
        }
        fields.set(
                FieldName.X_FORWARDED_PORT, Integer.toString(client.listener().port()));
        fields.set(FieldName.X_FORWARDED_PROTO, scheme);
        fields.set(FieldName.X_FORWARDED_SCHEME, scheme);
        fields.set(FieldName.X_SCHEME, scheme);
        fields.remove(FieldName.PROXY);
        fields.remove(FieldName.SSL_CLIENT_VERIFY);
        fields.remove(FieldName.SSL_CLIENT_SUBJECT_DN);
        fields.remove(FieldName.SSL_CLIENT_ISSUER_DN);
        fields.remove(FieldName.SSL_CLIENT_CERT);
        return Verdict.PASS;
    }

    /** Host says what the request was routed by; they differ only if the target was absolute (RFC 9112 §3.2.2). */
    private static void host(RequestHead request, Fields fields) {
        if (!fields.first(FieldName.HOST).equals(Optional.of(request.authority()))) {
            fields.set(FieldName.HOST, request.authority());
        }
    }

    private static void identify(Exchange exchange, Fields fields) {
        String sent = fields.first(FieldName.X_REQUEST_ID).orElse("");
        exchange.id(sent.isEmpty() ? RequestIds.next() : sent);
        fields.set(FieldName.X_REQUEST_ID, exchange.id());
    }

    /** The client's own word goes on under another name; what it sent under that name does not. */
    private static void keep(Fields fields, int from, int as) {
        List<String> values = fields.all(from);
        fields.remove(from);
        fields.remove(as);
        if (!values.isEmpty()) {
            fields.add(as, String.join(", ", values));
        }
    }
}
