/**
 * The proxy's end of the stream: takes frames from an operator or from its own disk, checks each commit, hands it over whole, and tells
 * what became of it. Knows no routing, and nobody's event loop.
 */
@NullMarked
package io.portafilter.contract.feed;

import org.jspecify.annotations.NullMarked;
