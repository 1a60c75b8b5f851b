/**
 * The operator's end of the stream: who has what, who is behind, who may listen, and the TLS server that they connect to. Knows what
 * a step of the compile loop is, and neither informers nor what anything means.
 */
@NullMarked
package io.portafilter.controller.stream;

import org.jspecify.annotations.NullMarked;
