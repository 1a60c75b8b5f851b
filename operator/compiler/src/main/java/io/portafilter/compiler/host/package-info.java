/**
 * Stages 2 to 5: hosts. Who owns which path, alias and option of a host when several Ingresses speak of it, and the virtual hosts and
 * routes that come of it.
 */
@NullMarked
package io.portafilter.compiler.host;

import org.jspecify.annotations.NullMarked;
