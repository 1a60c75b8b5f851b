/**
 * The catalogue of the annotations of ingress-nginx and the way from their texts to values, denials and findings. Looks at one
 * Ingress's metadata only: what several Ingresses make of it is decided elsewhere.
 */
@NullMarked
package io.portafilter.compiler.annotation;

import org.jspecify.annotations.NullMarked;
