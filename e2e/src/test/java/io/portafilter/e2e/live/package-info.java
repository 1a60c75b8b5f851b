/** What happens while the product serves: changes under load, broken manifests, restarts. */
@NullMarked
package io.portafilter.e2e.live;

import org.jspecify.annotations.NullMarked;
