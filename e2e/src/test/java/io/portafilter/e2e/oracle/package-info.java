/**
 * Replays what the real ingress-nginx was asked and compares answers. The recordings are read where they lie and never copied; what
 * may differ, and why, stands in {@code later.yaml} and docs/differences.md, never in code.
 */
@NullMarked
package io.portafilter.e2e.oracle;

import org.jspecify.annotations.NullMarked;
