package io.portafilter.proxy.head;

/** The head of a response, informational ones included. A codec fills one again for each response of its connection. */
public final class ResponseHead {
    private int status;
    private String reason = "";
    private Version version = Version.HTTP_1_1;
    private final Fields fields = new Fields();

    /** Begins a response. */
    public ResponseHead start(int newStatus, String newReason, Version newVersion) {
        status = newStatus;
        reason = newReason;
        version = newVersion;
        fields.clear();
        return this;
    }

    /** 100 to 999. */
    public int status() {
        return status;
    }

    /** The text after the status, possibly empty. */
    public String reason() {
        return reason;
    }

    /** The protocol of whoever answered. */
    public Version version() {
        return version;
    }

    /** The fields. */
    public Fields fields() {
        return fields;
    }
}
