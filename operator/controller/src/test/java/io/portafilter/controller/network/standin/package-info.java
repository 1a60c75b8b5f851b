/** What a cluster has beside its API server, as far as the network's tests need it: servers of DNS that load a Corefile, roll-outs. */
@NullMarked
package io.portafilter.controller.network.standin;

import org.jspecify.annotations.NullMarked;
