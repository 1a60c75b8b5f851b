/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.cni;

import org.jspecify.annotations.NullMarked;
