/**
 * The catalogue of the options of the controller's ConfigMap and the way from their texts to {@code Settings}. Knows no Ingress.
 */
@NullMarked
package io.portafilter.compiler.settings;

import org.jspecify.annotations.NullMarked;
