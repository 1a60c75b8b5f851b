/** Clients that ask without a pause while something happens to the cluster, and count every answer that is not a good one. */
@NullMarked
package io.portafilter.e2e.cluster.traffic;

import org.jspecify.annotations.NullMarked;
