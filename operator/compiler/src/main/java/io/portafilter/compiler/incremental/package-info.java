/**
 * Incremental compilation: units make one value for one key, their reads are recorded, and a change runs exactly the units whose
 * reads it touches. Knows snapshots, nothing of Ingresses.
 */
@NullMarked
package io.portafilter.compiler.incremental;

import org.jspecify.annotations.NullMarked;
