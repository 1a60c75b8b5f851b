/**
 * One request in flight, knowing no protocol: its route, filters, attempts, pulled bodies, and what is told about it at its end.
 * Codecs implement the streams of this package; nothing here knows a connection.
 */
@NullMarked
package io.portafilter.proxy.exchange;

import org.jspecify.annotations.NullMarked;
