/** What `portafilter network` prints: an export's folder in, screens for people and trees for programs out. */
@NullMarked
package io.portafilter.cli.network;

import org.jspecify.annotations.NullMarked;
