package io.portafilter.proxy.metrics;

/**
 * What a route is called in metrics; routes of the same name share their numbers, also over changes of configuration.
 *
 * @param host of its rule
 * @param path of its rule
 * @param namespace of its Ingress
 * @param ingress its Ingress
 * @param service the Service that its rule names
 */
record RouteLabels(String host, String path, String namespace, String ingress, String service) {}
