package io.portafilter.e2e.backend;

/** How a backend behaves. Called on the connection's own virtual thread: it may block. */
@FunctionalInterface
public interface Behaviour {
    /** What is done with this request. */
    Outcome on(Received request);
}
