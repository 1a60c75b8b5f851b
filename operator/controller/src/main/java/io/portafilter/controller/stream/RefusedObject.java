package io.portafilter.controller.stream;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Key;
import java.util.List;

/**
 * A published object that proxies cannot take: like a finding, but of the proxies and not of the compiler. They go on with its
 * predecessor, or deny its routes if it adds or changes protection.
 *
 * @param key the object
 * @param digest which state of it
 * @param reason a sentence of the first of the proxies
 * @param proxies which ones, sorted
 */
public record RefusedObject(Key key, Digest digest, String reason, List<ProxyIdentity> proxies) {
    /** Copies the list. */
    public RefusedObject {
        proxies = List.copyOf(proxies);
    }

    /** What is wrong and what happens now, in a sentence. */
    public String message() {
        return key + " cannot be used by " + proxies.size() + (proxies.size() == 1 ? " proxy (" : " proxies (first ")
                + proxies.getFirst() + "): " + reason
                + "; the proxy goes on with what it had, or answers 503 where protection would change."
                + " Run operator and proxies from one release";
    }
}
