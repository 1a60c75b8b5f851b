/** NetworkSetup's definition, asked of a real API server. */
@NullMarked
package io.portafilter.controller.networksetup;

import org.jspecify.annotations.NullMarked;
