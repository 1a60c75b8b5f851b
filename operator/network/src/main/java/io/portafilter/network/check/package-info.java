/** What does not fit together, with evidence and a way out. Where evidence is missing, nothing is guessed. */
@NullMarked
package io.portafilter.network.check;

import org.jspecify.annotations.NullMarked;
