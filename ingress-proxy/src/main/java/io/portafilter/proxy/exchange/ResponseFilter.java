package io.portafilter.proxy.exchange;

import io.portafilter.proxy.head.ResponseHead;

/** Edits the head of an answer, a backend's or our own, before it goes to the client. Runs on the event loop. */
@FunctionalInterface
public interface ResponseFilter {
    /** Edits; not called for informational answers other than 101. */
    void filter(Exchange exchange, ResponseHead head);
}
