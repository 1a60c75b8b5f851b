/** Tests of the package of the same name, with scripts in kubectl's place. */
@NullMarked
package io.portafilter.cli.kubectl;

import org.jspecify.annotations.NullMarked;
