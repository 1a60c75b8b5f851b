package io.portafilter.controller.status;

import io.portafilter.snapshot.Name;
import java.util.Optional;

/**
 * How statuses are written; with {@code --update-status=false} there is no {@link StatusTask}.
 *
 * @param source where addresses come from
 * @param namespace the one whose Ingresses are served ({@code --watch-namespace}); empty: all
 * @param installation the Lease's name, which tells this installation from others
 * @param pod this operator's pod; empty outside of a cluster
 * @param clearOnShutdown {@code --update-status-on-shutdown}
 */
public record StatusOptions(
        AddressSource source,
        Optional<String> namespace,
        Name installation,
        Optional<Name> pod,
        boolean clearOnShutdown) {}
