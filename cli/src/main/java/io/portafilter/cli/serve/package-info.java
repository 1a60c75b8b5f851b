/**
 * A folder of manifests to a serving proxy, in one process: what a change goes through, what is told about it, and the life of both.
 * Decides nothing about routing.
 */
@NullMarked
package io.portafilter.cli.serve;

import org.jspecify.annotations.NullMarked;
