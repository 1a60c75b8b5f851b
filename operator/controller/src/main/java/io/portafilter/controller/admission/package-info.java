/** The admission webhook: the API server's question in, the compiler's verdict out. Rules live in the compiler, not here. */
@NullMarked
package io.portafilter.controller.admission;

import org.jspecify.annotations.NullMarked;
