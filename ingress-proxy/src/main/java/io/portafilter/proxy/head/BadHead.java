package io.portafilter.proxy.head;

/** A head that must not be forwarded. It has no stack trace: clients can cause it at will. */
public final class BadHead extends Exception {
    private final int status;

    /**
     * @param status what a client is answered; towards a backend it is always 502
     * @param message what is wrong, for the log
     */
    public BadHead(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The HTTP status that a client is answered, 400 to 505. */
    public int status() {
        return status;
    }
}
