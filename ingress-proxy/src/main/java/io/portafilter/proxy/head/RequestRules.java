package io.portafilter.proxy.head;

import java.util.List;

/** What a request has to be besides well written (RFC 9112 §3.2, behaviour §5): the same for every protocol. */
final class RequestRules {
    private RequestRules() {}

    /** Refuses TRACE, CONNECT, hosts that are missing, doubled or invalid, and paths that have no normal form. */
    static void check(RequestHead head) throws BadHead {
        if (head.method().equals("CONNECT")) {
            throw new BadHead(400, "CONNECT is not offered");
        }
        if (head.method().equals("TRACE")) {
            throw new BadHead(405, "TRACE is not offered");
        }
        List<String> hosts = head.fields().all(FieldName.HOST);
        if (hosts.size() > 1) {
            throw new BadHead(400, "more than one Host");
        }
        if (hosts.isEmpty() && head.version() != Version.HTTP_1_0) {
            throw new BadHead(400, "no Host");
        }
        if (!hosts.isEmpty()) {
            Authority.check(hosts.getFirst());
            head.authority(head.authority().isEmpty() ? hosts.getFirst() : head.authority());
        }
        if (!head.authority().isEmpty()) {
            Authority.check(head.authority());
        }
        head.path(NormalPath.of(head.rawPath()));
    }
}
