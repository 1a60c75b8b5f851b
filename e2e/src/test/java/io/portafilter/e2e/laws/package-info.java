/** The laws of docs/architecture.md as tests over the whole product's classes and sources. Nothing here starts the product. */
@NullMarked
package io.portafilter.e2e.laws;

import org.jspecify.annotations.NullMarked;
