/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.observe;

import org.jspecify.annotations.NullMarked;
