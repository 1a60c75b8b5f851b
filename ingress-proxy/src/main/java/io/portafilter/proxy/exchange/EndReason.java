package io.portafilter.proxy.exchange;

/** Why an exchange is over. */
public enum EndReason {
    /** The answer was delivered. */
    COMPLETE,
    /** The request was refused before it had a route: 4xx or 505 of the parser. */
    BAD_REQUEST,
    /** The client closed or reset while it was being served; the access log writes 499. */
    CLIENT_GONE,
    /** The client sent or took nothing for too long. */
    CLIENT_TIMEOUT,
    /** The backend broke off an answer whose head was already delivered. */
    UPSTREAM_BROKE_OFF
}
