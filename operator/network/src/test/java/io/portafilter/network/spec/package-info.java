/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.spec;

import org.jspecify.annotations.NullMarked;
