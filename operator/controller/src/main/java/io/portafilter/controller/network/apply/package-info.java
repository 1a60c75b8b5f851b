/** Carries out the steps of a plan: backup, journal, guarded writes, proof, the way back. Decides nothing. */
@NullMarked
package io.portafilter.controller.network.apply;

import org.jspecify.annotations.NullMarked;
