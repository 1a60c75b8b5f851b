/**
 * What is counted, under the names that dashboards for ingress-nginx know. Event loops write plain cells of their own; one collector
 * adds them up when somebody asks. Decides nothing.
 */
@NullMarked
package io.portafilter.proxy.metrics;

import org.jspecify.annotations.NullMarked;
