/** The compiler's entrance: snapshots and changes in, published objects and findings out. Pure. */
@NullMarked
package io.portafilter.compiler;

import org.jspecify.annotations.NullMarked;
