/** Tests of what is read of a cluster for its network. */
@NullMarked
package io.portafilter.controller.network.source;

import org.jspecify.annotations.NullMarked;
