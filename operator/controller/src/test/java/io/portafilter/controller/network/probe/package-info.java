/** Asking servers of DNS, and reading how far a roll-out is. */
@NullMarked
package io.portafilter.controller.network.probe;

import org.jspecify.annotations.NullMarked;
