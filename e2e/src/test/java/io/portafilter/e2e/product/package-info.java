/**
 * The product as somebody from outside has it: a folder of manifests, the command {@code serve}, its ports and its admin page. The one
 * place of these tests that knows how the product is started.
 */
@NullMarked
package io.portafilter.e2e.product;

import org.jspecify.annotations.NullMarked;
