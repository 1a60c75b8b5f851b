/** The addresses that Ingresses show in their status: where they come from, and who gets them. Routes nothing. */
@NullMarked
package io.portafilter.controller.status;

import org.jspecify.annotations.NullMarked;
