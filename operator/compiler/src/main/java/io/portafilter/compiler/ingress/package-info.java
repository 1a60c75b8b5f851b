/**
 * Stage 1: what one Ingress says, by itself. Its class, whether it is valid, and what it claims; never what another
 * Ingress says. The default backend of everybody is here too: it claims what no Ingress does.
 */
@NullMarked
package io.portafilter.compiler.ingress;

import org.jspecify.annotations.NullMarked;
