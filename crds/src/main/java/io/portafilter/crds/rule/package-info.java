/** What a NetworkSetup must obey: each rule once as the API server's expression and once as Java, side by side. */
@NullMarked
package io.portafilter.crds.rule;

import org.jspecify.annotations.NullMarked;
