/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.cluster;

import org.jspecify.annotations.NullMarked;
