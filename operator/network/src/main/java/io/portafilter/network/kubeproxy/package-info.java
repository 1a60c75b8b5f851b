/** kube-proxy's ConfigMap: what it says, edits that keep everything else, the names of its chains. */
@NullMarked
package io.portafilter.network.kubeproxy;

import org.jspecify.annotations.NullMarked;
