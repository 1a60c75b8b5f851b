/** Holds docs/behaviour.md to its word: every sentence has a test that exists, or says "later". Knows text and files only. */
@NullMarked
package io.portafilter.e2e.behaviour;

import org.jspecify.annotations.NullMarked;
