/**
 * What a cluster says: records of just the fields that we read, in an immutable snapshot with indexes. Reaches no client, clock,
 * logger, thread or file, and decides nothing.
 */
@NullMarked
package io.portafilter.snapshot;

import org.jspecify.annotations.NullMarked;
