/** Sockets and event loops: which kernel interface serves them, and how addresses are bound. Knows no protocol. */
@NullMarked
package io.portafilter.proxy.transport;

import org.jspecify.annotations.NullMarked;
