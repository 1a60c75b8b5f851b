/** The way of a change from manifests to a target, in one process. Reads no files and prints nothing. */
@NullMarked
package io.portafilter.cli.pipeline;

import org.jspecify.annotations.NullMarked;
