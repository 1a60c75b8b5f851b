package io.portafilter.e2e.cluster.dns;

import java.util.List;

/**
 * What came of queries.
 *
 * @param sent all of them
 * @param answered those that got a record
 * @param lost those that got another code than NOERROR, no record, or no answer within five seconds
 * @param slowestMillis the slowest answer, in milliseconds
 * @param problems when and how the first of the lost were lost, at most ten
 */
public record Counts(long sent, long answered, long lost, long slowestMillis, List<String> problems) {
    /** Copies the list. */
    public Counts {
        problems = List.copyOf(problems);
    }

    /** Queries of which it is known what came of them. */
    public long decided() {
        return answered + lost;
    }
}
