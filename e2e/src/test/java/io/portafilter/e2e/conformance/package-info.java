/**
 * The Ingress API's own conformance suite, run by Cucumber from where it lies. Its scenarios are never copied, and none may be left
 * out silently.
 */
@NullMarked
package io.portafilter.e2e.conformance;

import org.jspecify.annotations.NullMarked;
