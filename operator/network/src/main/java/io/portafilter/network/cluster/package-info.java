/** A cluster's objects as trees, from an export or from an API: whoever reads them cannot tell. Nothing here knows what a field means. */
@NullMarked
package io.portafilter.network.cluster;

import org.jspecify.annotations.NullMarked;
