/**
 * Backends as tests need them: real sockets, one virtual thread a connection, every request kept as it came. They know nothing of
 * the product.
 */
@NullMarked
package io.portafilter.e2e.backend;

import org.jspecify.annotations.NullMarked;
