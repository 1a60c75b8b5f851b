/** The JDK's HTTP server, with limits for whoever is slow or opens many connections. */
@NullMarked
package io.portafilter.controller.http;

import org.jspecify.annotations.NullMarked;
