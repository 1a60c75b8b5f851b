package io.portafilter.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of a small alphabet, so that everything collides, against a matcher that asks every pattern. */
class RandomTablesTest {
    private static final List<String> LABELS = List.of("a", "b", "x-1", "_", "www", "a+b", "");
    private static final List<String> ELEMENTS = List.of("a", "b", "ab", "a-b", "a.b", "A", " ", "");

    private final Map<String, HostRoutes<String>> hosts = new LinkedHashMap<>();
    private RoutingTable<String> table = RoutingTable.empty(Tables.NOTHING);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void tableExplanationAndNaiveMatcherAgreeAfterEveryChange(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            change(random);
            for (int i = 0; i < 40; i++) {
                compare(name(random), path(random));
            }
        }
    }

    private void change(Random random) {
        RoutingTable.Editor<String> editor = table.edit();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = hostName(random);
            if (random.nextInt(4) == 0) {
                hosts.remove(name);
                editor.remove(name);
            } else {
                HostRoutes<String> host = host(random, name);
                hosts.put(name, host);
                editor.put(host);
            }
        }
        table = editor.build();
    }

    private void compare(String name, String path) {
        Optional<HostRule<String>> hostRule = naiveHost(name);
        Optional<PathRule<String>> pathRule =
                hostRule.flatMap(rule -> naivePath(rule.host().paths().rules(), path));

        Explanation<String> explanation = table.explain(name, path);

        assertThat(explanation.hostRule()).as("%s %s", name, path).isEqualTo(hostRule);
        assertThat(explanation.pathRule()).as("%s %s", name, path).isEqualTo(pathRule);
        assertThat(explanation.route())
                .isEqualTo(pathRule.map(PathRule::route).orElse(Tables.NOTHING))
                .isEqualTo(table.route(name, path));
        for (Explanation.LostHost<String> lost : explanation.otherHosts()) {
            boolean reasonSaysMatch = lost.reason() instanceof HostReason.AskedLater
                    || lost.reason() instanceof HostReason.ClaimedByOther;
            assertThat(reasonSaysMatch).isEqualTo(lost.rule().pattern().matches(name));
        }
        for (Explanation.LostPath<String> lost : explanation.otherPaths()) {
            assertThat(lost.reason() instanceof PathReason.LessPrecise)
                    .isEqualTo(lost.rule().pattern().matches(path));
        }
        int rules = hostRule.map(rule -> rule.host().paths().rules().size()).orElse(0);
        assertThat(explanation.otherPaths()).hasSize(pathRule.isPresent() ? rules - 1 : rules);
    }

    private Optional<HostRule<String>> naiveHost(String name) {
        return hosts.values().stream()
                .flatMap(HostRoutes::rules)
                .filter(rule -> rule.pattern().matches(name))
                .min(Comparator.<HostRule<String>>comparingInt(
                                rule -> rule.pattern().rank())
                        .thenComparingInt(RandomTablesTest::shorterSuffixLater)
                        .thenComparing(HostRule.ORDER));
    }

    private static int shorterSuffixLater(HostRule<String> rule) {
        return rule.pattern() instanceof HostPattern.AnyLabels(String suffix) ? -suffix.length() : 0;
    }

    private static Optional<PathRule<String>> naivePath(List<PathRule<String>> rules, String path) {
        return rules.stream()
                .filter(rule -> rule.pattern().matches(path))
                .min(Comparator.<PathRule<String>>comparingInt(rule -> precision(rule.pattern(), path)));
    }

    private static int precision(PathPattern pattern, String path) {
        return switch (pattern) {
            case PathPattern.Exact _ -> -4000;
            case PathPattern.Prefix(String own) when own.equals(path) -> -3000;
            case PathPattern.SlashMissing _ -> -2000;
            case PathPattern.Prefix(String own) -> -own.length();
        };
    }

    private static HostRoutes<String> host(Random random, String name) {
        List<HostPattern> aliases = Stream.generate(() -> alias(random))
                .limit(random.nextInt(3))
                .distinct()
                .toList();
        Map<PathPattern, PathRule<String>> rules = new LinkedHashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            PathPattern pattern = pattern(random);
            rules.put(pattern, new PathRule<>(pattern, name + " " + pattern));
        }
        return new HostRoutes<>(name, aliases, new PathTable<>(new ArrayList<>(rules.values())));
    }

    private static String hostName(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "_";
            case 1, 2 -> "*." + name(random);
            default -> name(random);
        };
    }

    private static HostPattern alias(Random random) {
        return HostPattern.ofAlias(
                switch (random.nextInt(4)) {
                    case 0 -> "*." + name(random);
                    case 1 -> "~^a+\\.";
                    case 2 -> "~(www|b)\\..*test";
                    default -> name(random);
                });
    }

    private static PathPattern pattern(Random random) {
        String path = path(random);
        return switch (random.nextInt(4)) {
            case 0 -> new PathPattern.Exact(path);
            case 1 ->
                path.length() > 1 && path.endsWith("/")
                        ? new PathPattern.SlashMissing(path)
                        : new PathPattern.Prefix(path);
            default -> new PathPattern.Prefix(path);
        };
    }

    private static String name(Random random) {
        return Stream.generate(() -> LABELS.get(random.nextInt(LABELS.size())))
                .limit(random.nextInt(3))
                .map(label -> label + ".")
                .collect(Collectors.joining("", "", "test"));
    }

    private static String path(Random random) {
        return Stream.generate(() -> ELEMENTS.get(random.nextInt(ELEMENTS.size())))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.joining("/", "/", ""));
    }
}
