package io.portafilter.cli.network;

import io.portafilter.network.cluster.Cluster;
import java.util.List;

/**
 * What a cluster says, from wherever.
 *
 * @param cluster its objects
 * @param isEmpty whether no object was found: nothing can be said then, least of all that all is well
 * @param problems what could not be read, one sentence each
 */
public record Export(Cluster cluster, boolean isEmpty, List<String> problems) {
    /** Copies the list. */
    public Export {
        problems = List.copyOf(problems);
    }
}
