package io.portafilter.proxy.tls;

/** A certificate and key that no handshake can use; the message is a sentence that says why. */
public final class BadIdentity extends Exception {
    private static final long serialVersionUID = 1;

    BadIdentity(String message) {
        super(message);
    }

    BadIdentity(String message, Throwable cause) {
        super(message, cause);
    }
}
