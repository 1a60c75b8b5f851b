/** Carrying out a plan as data: decisions, steps, backups, journals, and what a cluster would be after it. */
@NullMarked
package io.portafilter.network.rollout;

import org.jspecify.annotations.NullMarked;
