/** Tests of watching. */
@NullMarked
package io.portafilter.controller.watch;

import org.jspecify.annotations.NullMarked;
