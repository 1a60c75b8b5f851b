/** NetworkSetup as records: every field with its description, limits and default. Nothing that decides anything. */
@NullMarked
package io.portafilter.crds.setup;

import org.jspecify.annotations.NullMarked;
