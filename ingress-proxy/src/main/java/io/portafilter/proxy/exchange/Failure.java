package io.portafilter.proxy.exchange;

import io.portafilter.contract.ProxyNextUpstream.Condition;

/** How an attempt fails (behaviour §5): what the client is answered, and under which condition of retries it falls. */
public enum Failure {
    /** No connection: refused, unreachable. */
    CONNECT_ERROR(502, Condition.ERROR),
    /** No connection in time. */
    CONNECT_TIMEOUT(504, Condition.TIMEOUT),
    /** The connection broke before the answer was complete. */
    RESET(502, Condition.ERROR),
    /** The backend did not take the request in time. */
    SEND_TIMEOUT(504, Condition.TIMEOUT),
    /** The backend did not answer in time. */
    READ_TIMEOUT(504, Condition.TIMEOUT),
    /** What the backend said is not an answer. */
    INVALID_ANSWER(502, Condition.INVALID_HEADER);

    private final int status;
    private final Condition condition;

    Failure(int status, Condition condition) {
        this.status = status;
        this.condition = condition;
    }

    /** 502 or 504. */
    public int status() {
        return status;
    }

    /** The condition in ProxyNextUpstream. */
    public Condition condition() {
        return condition;
    }

    /** Whether the request cannot have reached anybody. */
    boolean beforeSending() {
        return this == CONNECT_ERROR || this == CONNECT_TIMEOUT;
    }
}
