/** A NetworkSetup's status from what is known: bounded in size, in a fixed order, its conditions damped. Asks nobody and writes nothing. */
@NullMarked
package io.portafilter.network.status;

import org.jspecify.annotations.NullMarked;
