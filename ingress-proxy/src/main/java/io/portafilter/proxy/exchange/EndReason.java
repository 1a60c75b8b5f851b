package io.portafilter.proxy.exchange;

/** Why an exchange is over. */
public enum EndReason {
    /** The answer was delivered, or was cut because the request became too long. */
    COMPLETE,
    /** The request was refused before it had a route, or its body could not be understood. */
    BAD_REQUEST,
    /** The client closed or reset while it was being served; the access log writes 499. */
    CLIENT_GONE,
    /** The client sent or took nothing for too long. */
    CLIENT_TIMEOUT,
    /** The backend broke off an answer whose head was already delivered. */
    UPSTREAM_BROKE_OFF
}
