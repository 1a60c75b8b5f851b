/** The parts of a NetworkSetup's status as records. Only shapes and limits: what fills them lives elsewhere. */
@NullMarked
package io.portafilter.crds.status;

import org.jspecify.annotations.NullMarked;
