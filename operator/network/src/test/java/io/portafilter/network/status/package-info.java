/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.status;

import org.jspecify.annotations.NullMarked;
