package io.portafilter.controller.stream;

import io.portafilter.contract.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in. Everything that is not clearly a proxy of ours is refused, with one sentence that helps nobody else. */
final class Gate {
    static final String PATH = "/v1/stream";

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    // Strangers do not fill the log.
    private final RateLimit lines = RateLimit.perSecond(5);

    Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The proxy that asks this. */
    ProxyIdentity admit(RequestHead head, String peer) throws Refusal {
        if (!head.path().equals(PATH)) {
            throw Refusal.of(404, "There is nothing here.");
        }
        if (!head.method().equals("GET") && !head.method().equals("POST")) {
            throw Refusal.of(405, "GET the stream, or POST what was applied and refused.");
        }
        ProxyIdentity proxy = identify(head, peer);
        String contract = head.header("portafilter-contract").orElse("");
        if (!contract.equals(String.valueOf(Frame.CONTRACT))) {
            say(
                    peer,
                    proxy + " speaks contract \"" + contract + "\", this operator " + Frame.CONTRACT
                            + "; run both from one release");
            throw Refusal.of(409, "This operator speaks contract " + Frame.CONTRACT + ".");
        }
        return proxy;
    }

    private ProxyIdentity identify(RequestHead head, String peer) throws Refusal {
        String authorization = head.header("authorization").orElse("");
        if (!authorization.startsWith(BEARER)) {
            throw Refusal.of(401, "Show a bearer token.");
        }
        return switch (tokens.judge(authorization.substring(BEARER.length()))) {
            case Tokens.Verdict.Accepted accepted -> accepted.proxy();
            case Tokens.Verdict.NotAccepted no -> {
                say(peer, "its token is not accepted: " + no.why());
                throw Refusal.of(401, "This token is not accepted.");
            }
            case Tokens.Verdict.Foreign foreign -> {
                say(peer, foreign.user() + " is not the service account of the proxies");
                throw Refusal.of(403, "This service account may not listen.");
            }
            case Tokens.Verdict.Unknown unknown -> {
                say(peer, "its token cannot be judged now: " + unknown.why());
                throw Refusal.forNow(503, "Tokens cannot be judged at this moment.", 1);
            }
        };
    }

    private void say(String peer, String why) {
        if (lines.permit()) {
            LOG.warn("refused {}: {}", peer, why);
        }
    }
}
