/** The access log: a line for each exchange, made on its event loop, written by one thread of its own. Decides nothing. */
@NullMarked
package io.portafilter.proxy.accesslog;

import org.jspecify.annotations.NullMarked;
