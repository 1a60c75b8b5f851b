package io.portafilter.controller;

import io.portafilter.controller.event.EventOptions;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.status.StatusOptions;
import io.portafilter.snapshot.Name;
import java.util.Optional;

/**
 * What the operator writes to the cluster, and which replica does.
 *
 * @param lease what replicas contend for ({@code --election-id})
 * @param election how the one that writes is elected; empty with {@code --disable-leader-election}
 * @param status how statuses are written; empty with {@code --update-status=false}
 * @param events how Events are written
 */
record WritingOptions(
        Name lease, Optional<ElectionOptions> election, Optional<StatusOptions> status, EventOptions events) {}
