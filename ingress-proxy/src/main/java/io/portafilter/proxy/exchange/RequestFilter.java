package io.portafilter.proxy.exchange;

/** Looks at a request before it is forwarded; edits its fields, or answers it. Runs on the event loop. */
@FunctionalInterface
public interface RequestFilter {
    /** {@link Verdict#PASS}, or the answer, after which no other filter is asked. */
    Verdict filter(Exchange exchange);
}
