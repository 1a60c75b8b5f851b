/**
 * HTTP/1 as bytes on plain and TLS sockets, as a client of a test needs it: nothing is added, corrected or hidden. No HTTP library
 * may stand between a test and what was really said.
 */
@NullMarked
package io.portafilter.e2e.wire;

import org.jspecify.annotations.NullMarked;
