/**
 * Run-time state of clusters under stable ids: endpoints as they are at this moment, balancers, connection pools per event loop,
 * names that have to be resolved. It outlives routing tables and knows neither routes nor protocols.
 */
@NullMarked
package io.portafilter.proxy.upstream;

import org.jspecify.annotations.NullMarked;
