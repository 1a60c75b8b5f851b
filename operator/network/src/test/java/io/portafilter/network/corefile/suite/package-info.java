/** Other people's data that tests compare with; where it is absent they are skipped and say so. */
@NullMarked
package io.portafilter.network.corefile.suite;

import org.jspecify.annotations.NullMarked;
