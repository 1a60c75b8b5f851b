package io.portafilter.controller.stream;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Who may listen. */
@FunctionalInterface
public interface Tokens {
    /**
     * Judges a bearer token. May take as long as the API server does; the caller waits.
     *
     * @param token as it came, at most some thousand characters
     */
    Verdict judge(String token);

    /**
     * Tokens as the API server judges them, remembered for a minute.
     *
     * @param client may create TokenReviews
     * @param audience that tokens must be made for
     * @param accounts {@code namespace/name} of the service accounts that may listen
     */
    static Tokens reviewed(KubernetesClient client, String audience, Set<String> accounts) {
        return new CachedTokens(
                new ReviewedTokens(client, audience, accounts, Duration.ofSeconds(5)), InstantSource.system());
    }

    /** What a token is good for. */
    sealed interface Verdict {
        /** One of our proxies. */
        record Accepted(ProxyIdentity proxy) implements Verdict {}

        /**
         * No valid token of our audience.
         *
         * @param why for the operator's log, never for the client
         */
        record NotAccepted(String why) implements Verdict {}

        /**
         * A valid token of somebody else.
         *
         * @param user whose it is, for the operator's log
         */
        record Foreign(String user) implements Verdict {}

        /**
         * Nobody can tell at this moment.
         *
         * @param why for the operator's log
         */
        record Unknown(String why) implements Verdict {}
    }
}
