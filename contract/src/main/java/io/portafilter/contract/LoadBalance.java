package io.portafilter.contract;

/** How a cluster picks an endpoint (behaviour §10). */
public enum LoadBalance {
    /** One after another, each event loop for itself from a random start. */
    ROUND_ROBIN
}
