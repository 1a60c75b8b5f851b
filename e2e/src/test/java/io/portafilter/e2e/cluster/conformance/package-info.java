/** The Ingress API's own conformance suite with real pods behind real proxies. */
@NullMarked
package io.portafilter.e2e.cluster.conformance;

import org.jspecify.annotations.NullMarked;
