/** Who of the replicas writes to the cluster, and the tasks that it runs meanwhile. Knows no task. */
@NullMarked
package io.portafilter.controller.leader;

import org.jspecify.annotations.NullMarked;
