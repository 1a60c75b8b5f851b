/** A large cluster: that nothing is wrong with it, and how long that takes to say. */
@NullMarked
package io.portafilter.network.scale;

import org.jspecify.annotations.NullMarked;
