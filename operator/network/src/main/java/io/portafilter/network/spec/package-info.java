/** Between what runs and NetworkSetup: the proposed spec that reproduces a cluster, and a spec's DNS as settings. */
@NullMarked
package io.portafilter.network.spec;

import org.jspecify.annotations.NullMarked;
