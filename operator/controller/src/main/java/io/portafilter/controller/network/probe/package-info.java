/** Whether what was written is in effect: asks replicas of the DNS, looks at roll-outs. Changes nothing, remembers nothing. */
@NullMarked
package io.portafilter.controller.network.probe;

import org.jspecify.annotations.NullMarked;
