/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.check;

import org.jspecify.annotations.NullMarked;
