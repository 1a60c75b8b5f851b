/**
 * The proxy as a program of its own, fed by an operator: flags, the stream, the last good state, what probes and metrics are told, and an
 * end that fails no request. Decides nothing about requests; the only package of this module that knows a command line.
 */
@NullMarked
package io.portafilter.proxy.daemon;

import org.jspecify.annotations.NullMarked;
