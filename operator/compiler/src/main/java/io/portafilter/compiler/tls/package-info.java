/** Certificates: what a Secret of type {@code kubernetes.io/tls} holds and which names it covers. Knows no Ingress. */
@NullMarked
package io.portafilter.compiler.tls;

import org.jspecify.annotations.NullMarked;
