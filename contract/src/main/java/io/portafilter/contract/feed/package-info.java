/** The proxy's end of the stream: collects frames, checks each commit, hands it over whole. Knows no network and no routing. */
@NullMarked
package io.portafilter.contract.feed;

import org.jspecify.annotations.NullMarked;
