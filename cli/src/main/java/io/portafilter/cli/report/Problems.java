package io.portafilter.cli.report;

import io.portafilter.contract.Json;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.folder.Complaint;
import io.portafilter.snapshot.folder.Location;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that is wrong at one moment.
 *
 * @param list sorted by place, then by object
 */
public record Problems(List<Problem> list) {
    /** Sorts and copies. */
    public Problems {
        list = list.stream().sorted().distinct().toList();
    }

    /**
     * Both kinds together.
     *
     * @param complaints of the reader of manifests
     * @param findings of the compiler
     * @param location where an object is defined
     */
    public static Problems of(
            Collection<Complaint> complaints,
            Collection<Finding> findings,
            Function<Ref, Optional<Location>> location) {
        return new Problems(Stream.concat(
                        complaints.stream().map(Problem::of),
                        findings.stream().map(finding -> Problem.of(finding, location.apply(finding.object()))))
                .toList());
    }

    /** How many are this bad. */
    public long count(Severity severity) {
        return list.stream().filter(problem -> problem.severity() == severity).count();
    }

    /** For example {@code 1 error, 2 warnings, 0 infos}. */
    public String summary() {
        return Words.count(count(Severity.ERROR), "error") + ", " + Words.count(count(Severity.WARNING), "warning")
                + ", " + Words.count(count(Severity.INFO), "info");
    }

    /** A JSON array; an absent place or object is left out. */
    public String json() {
        return new String(Json.write(list.stream().map(ProblemJson::of).toList()), StandardCharsets.UTF_8);
    }
}
