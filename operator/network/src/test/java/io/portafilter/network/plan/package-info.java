/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.plan;

import org.jspecify.annotations.NullMarked;
