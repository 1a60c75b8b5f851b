package io.portafilter.network.plan;

import io.portafilter.network.corefile.compare.Comparison;

/** What a change does, for people: a unified diff of texts, before and after of values. */
public final class ChangeDiff {
    private ChangeDiff() {}

    /** The difference; its lines end with a line feed where texts of several lines are compared. */
    public static String of(Change change) {
        return of(change.live(), change.wanted());
    }

    static String of(String live, String wanted) {
        boolean text = live.contains("\n") || wanted.contains("\n");
        return text ? Comparison.diff("live", live, "wanted", wanted) : "-" + live + "\n+" + wanted;
    }
}
