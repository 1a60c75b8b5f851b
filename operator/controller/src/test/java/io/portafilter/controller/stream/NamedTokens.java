package io.portafilter.controller.stream;

import java.util.Optional;

/** Judges a token by what it is called. */
final class NamedTokens implements Tokens {
    @Override
    public Verdict judge(String token) {
        return switch (token) {
            case "good" -> proxy("proxy-1");
            case "foreign" -> new Verdict.Foreign("system:serviceaccount:shop:default");
            case "unknown" -> new Verdict.Unknown("the API server is away");
            default ->
                token.startsWith("proxy-") ? proxy(token) : new Verdict.NotAccepted("the API server does not know it");
        };
    }

    private static Verdict proxy(String pod) {
        return new Verdict.Accepted(new ProxyIdentity("ingress-nginx", "ingress-nginx-proxy", Optional.of(pod)));
    }
}
