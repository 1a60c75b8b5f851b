/**
 * What the operator tells proxies: the published objects, their canonical JSON and digests, the version over all of them, and
 * the frames that carry them. Knows neither Kubernetes nor Netty; nothing here decides anything.
 */
@NullMarked
package io.portafilter.contract;

import org.jspecify.annotations.NullMarked;
