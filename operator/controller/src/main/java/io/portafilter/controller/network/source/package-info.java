/**
 * The objects of a cluster that say something about its network, as trees, pruned and kept current. The only place that knows which
 * kinds are watched for it. Judges nothing and writes nothing.
 */
@NullMarked
package io.portafilter.controller.network.source;

import org.jspecify.annotations.NullMarked;
