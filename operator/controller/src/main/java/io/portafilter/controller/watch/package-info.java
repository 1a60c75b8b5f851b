/**
 * The cluster as changes of our records. The only place that knows the Kubernetes client's models of what is compiled; nothing of them
 * is kept. Knows no compiler.
 */
@NullMarked
package io.portafilter.controller.watch;

import org.jspecify.annotations.NullMarked;
