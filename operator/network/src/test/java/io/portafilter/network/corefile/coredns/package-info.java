/** A real CoreDNS beside our own opinion of Corefiles; asked for by the tag {@code coredns}. */
@NullMarked
package io.portafilter.network.corefile.coredns;

import org.jspecify.annotations.NullMarked;
