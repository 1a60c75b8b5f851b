package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Change;
import java.util.List;

/**
 * What one look at the source found.
 *
 * @param changes against the previous reading; the first reading puts everything. Equal input gives an equal order
 * @param complaints all that hold now, sorted by place
 * @param files how many files there are
 * @param objects how many objects there are
 */
public record Reading(List<Change> changes, List<Complaint> complaints, int files, int objects) {
    /** Copies the lists. */
    public Reading {
        changes = List.copyOf(changes);
        complaints = List.copyOf(complaints);
    }
}
