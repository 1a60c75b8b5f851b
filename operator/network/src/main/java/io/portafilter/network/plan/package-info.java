/** What would be changed so that a cluster is as its NetworkSetup says: objects, differences, risk, steps, a hash. Writes nothing. */
@NullMarked
package io.portafilter.network.plan;

import org.jspecify.annotations.NullMarked;
