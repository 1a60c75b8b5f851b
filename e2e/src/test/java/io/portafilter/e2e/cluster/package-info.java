/**
 * Tests on a real cluster, on which the chart is installed once: the one that {@code e2e/run} makes, or the one that {@code
 * E2E_KUBECONFIG} names. Nothing here reaches into the product.
 */
@NullMarked
package io.portafilter.e2e.cluster;

import org.jspecify.annotations.NullMarked;
