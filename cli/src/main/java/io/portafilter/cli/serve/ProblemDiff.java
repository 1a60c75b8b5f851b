package io.portafilter.cli.serve;

import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is new between two moments. A problem that only moved to another line is the same.
 *
 * @param appeared problems that were not there before
 * @param gone problems that are there no more
 */
record ProblemDiff(List<Problem> appeared, List<Problem> gone) {
    static ProblemDiff between(Problems before, Problems now) {
        Map<Problem.Identity, Problem> old = byIdentity(before);
        Map<Problem.Identity, Problem> fresh = byIdentity(now);
        return new ProblemDiff(without(fresh, old), without(old, fresh));
    }

    private static Map<Problem.Identity, Problem> byIdentity(Problems problems) {
        return problems.list().stream()
                .collect(Collectors.toMap(
                        Problem::identity, problem -> problem, (first, other) -> first, LinkedHashMap::new));
    }

    private static List<Problem> without(Map<Problem.Identity, Problem> some, Map<Problem.Identity, Problem> others) {
        return some.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
