package io.portafilter.compiler.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a name that nobody knows. */
public final class Nearest {
    private Nearest() {}

    /** The known name that is fewest typing mistakes away; empty when none is near. Equally near ones: the first in order. */
    public static Optional<String> to(String name, Collection<String> known) {
        String wanted = normal(name);
        int limit = wanted.length() < 6 ? 1 : wanted.length() < 12 ? 2 : 3;
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .filter(candidate -> distance(wanted, candidate) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Letters inserted, deleted, replaced, or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = cost(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cost(String a, String b, int i, int j, int[][] cost) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
