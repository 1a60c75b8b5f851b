/** Findings as Events on the objects that they are about: who is told what, how often. Finds nothing itself. */
@NullMarked
package io.portafilter.controller.event;

import org.jspecify.annotations.NullMarked;
