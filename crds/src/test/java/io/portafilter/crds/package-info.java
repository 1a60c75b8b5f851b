/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.crds;

import org.jspecify.annotations.NullMarked;
