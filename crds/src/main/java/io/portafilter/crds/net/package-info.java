/** IP addresses and networks, read as strictly as the API server reads them. No names, no look-ups. */
@NullMarked
package io.portafilter.crds.net;

import org.jspecify.annotations.NullMarked;
