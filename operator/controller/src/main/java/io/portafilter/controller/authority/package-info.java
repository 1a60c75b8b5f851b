/**
 * The internal authority: what the stream and the webhook prove themselves with, from a Secret that all replicas share, rotated
 * without a gap. Nothing of users' certificates lives here.
 */
@NullMarked
package io.portafilter.controller.authority;

import org.jspecify.annotations.NullMarked;
