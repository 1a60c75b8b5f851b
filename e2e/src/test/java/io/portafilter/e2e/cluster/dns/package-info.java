/** A pod that asks the cluster's DNS without a pause and counts every query that it got no good answer to. */
@NullMarked
package io.portafilter.e2e.cluster.dns;

import org.jspecify.annotations.NullMarked;
