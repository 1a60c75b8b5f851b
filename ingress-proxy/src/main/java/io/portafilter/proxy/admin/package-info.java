/** The port for people and machines that look after the proxy: pages on virtual threads, away from the data path. */
@NullMarked
package io.portafilter.proxy.admin;

import org.jspecify.annotations.NullMarked;
