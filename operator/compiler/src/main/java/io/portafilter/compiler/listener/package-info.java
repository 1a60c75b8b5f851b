/** The published listeners: plain HTTP and HTTPS, with the default certificate. */
@NullMarked
package io.portafilter.compiler.listener;

import org.jspecify.annotations.NullMarked;
