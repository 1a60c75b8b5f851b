/** The user's own kubectl as a process. Knows nothing of what is asked. */
@NullMarked
package io.portafilter.cli.kubectl;

import org.jspecify.annotations.NullMarked;
