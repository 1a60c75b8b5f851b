package io.portafilter.contract;

/**
 * What a client's connection may do (behaviour §5). The names are those of the ConfigMap.
 *
 * @param keepAlive seconds that an idle connection stays open; 0 closes after each answer
 * @param keepAliveRequests requests on one connection
 * @param headerTimeout seconds for a request's head to arrive
 * @param bodyTimeout seconds between two reads of a body
 */
public record ClientConnection(
        Sourced<Integer> keepAlive,
        Sourced<Integer> keepAliveRequests,
        Sourced<Integer> headerTimeout,
        Sourced<Integer> bodyTimeout) {}
