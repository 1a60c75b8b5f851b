/** What every source says about the network, with the place where it says so. Judges nothing. */
@NullMarked
package io.portafilter.network.observe;

import org.jspecify.annotations.NullMarked;
