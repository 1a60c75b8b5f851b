/** Tests of the package of the same name. */
@NullMarked
package io.portafilter.network.kubeproxy;

import org.jspecify.annotations.NullMarked;
