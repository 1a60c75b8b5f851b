/** A real kube-apiserver for tests. Knows nothing of the operator. */
@NullMarked
package io.portafilter.controller.apiserver;

import org.jspecify.annotations.NullMarked;
