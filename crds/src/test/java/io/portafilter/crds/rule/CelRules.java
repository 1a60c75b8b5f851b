package io.portafilter.crds.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules as the API server asks them: each at every place that its path leads to. */
final class CelRules {
    private static final Map<SetupRule, Cel> PROGRAMS = new LinkedHashMap<>();

    static {
        SetupRules.all().forEach(rule -> PROGRAMS.put(rule, Cel.compile(rule.cel())));
    }

    private record Place(Object self, Optional<Object> old) {}

    private CelRules() {}

    /** The ids of the rules that a tree breaks. */
    static Set<String> broken(Object tree, Optional<Object> old) {
        Set<String> broken = new TreeSet<>();
        PROGRAMS.forEach((rule, program) -> {
            for (Place place : places(rule, tree, old)) {
                boolean holds = rule.isAboutChange()
                        ? place.old()
                                .map(before -> program.holds(longs(place.self()), longs(before)))
                                .orElse(true)
                        : program.holds(longs(place.self()));
                if (!holds) {
                    broken.add(rule.id());
                }
            }
        });
        return broken;
    }

    private static List<Place> places(SetupRule rule, Object tree, Optional<Object> old) {
        List<Place> places = List.of(new Place(tree, old));
        for (String step : rule.path().isEmpty() ? new String[0] : rule.path().split("\\.")) {
            List<Place> next = new ArrayList<>();
            for (Place place : places) {
                if (step.equals("*")) {
                    ((List<?>) place.self()).forEach(item -> next.add(new Place(item, Optional.empty())));
                } else {
                    child(place.self(), step)
                            .ifPresent(child ->
                                    next.add(new Place(child, place.old().flatMap(before -> child(before, step)))));
                }
            }
            places = next;
        }
        return places;
    }

    private static Optional<Object> child(Object tree, String key) {
        return tree instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.empty();
    }

    /** CEL knows whole numbers of 64 bits only. */
    private static Object longs(Object tree) {
        return switch (tree) {
            case Integer number -> (long) number;
            case List<?> list -> list.stream().map(CelRules::longs).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(key, longs(value)));
                yield copy;
            }
            default -> tree;
        };
    }
}
