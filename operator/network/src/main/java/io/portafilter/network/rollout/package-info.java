/** What carrying out a plan needs to know, as data: steps, their backup, the journal, whether a plan may be carried out now. Writes nothing. */
@NullMarked
package io.portafilter.network.rollout;

import org.jspecify.annotations.NullMarked;
