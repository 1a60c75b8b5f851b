/**
 * HTTP/1.0 and 1.1 on Netty channels, on both sides of an exchange: framing, keep-alive, pipelining, tunnels. What a request
 * means is decided elsewhere; nothing of Netty's HTTP types is used.
 */
@NullMarked
package io.portafilter.proxy.http1;

import org.jspecify.annotations.NullMarked;
