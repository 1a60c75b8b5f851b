package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which requests need not agree, and why, from {@code later.yaml}: a list of entries with {@code case}, {@code requests} (numbers of
 * the recorded answers from 0; all when left out) and either {@code later} (what is not built) or {@code differs} (the sentence of
 * docs/differences.md) with {@code status} (what we answer instead).
 */
final class Expectations {
    private final Map<String, Map<Integer, Expectation>> byCase = new LinkedHashMap<>();

    private Expectations() {}

    /**
     * Reads the file.
     *
     * @param sizes how many answers each case has
     * @throws IllegalArgumentException for an entry that names no case or request, or names one twice
     */
    static Expectations parse(String text, Map<String, Integer> sizes) {
        Expectations expectations = new Expectations();
        for (Object item : Yaml.loadList(text)) {
            Map<String, Object> entry = Yaml.map(item);
            String name = Yaml.text(entry, "case").orElse("");
            int size = Optional.ofNullable(sizes.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("later.yaml: there is no case \"" + name + "\""));
            List<Integer> requests = entry.containsKey("requests")
                    ? Yaml.list(entry, "requests").stream()
                            .map(Integer.class::cast)
                            .toList()
                    : IntStream.range(0, size).boxed().toList();
            for (int request : requests) {
                expectations.add(name, request, size, expectation(entry));
            }
        }
        return expectations;
    }

    /** What is asked of this request. */
    Expectation of(String name, int request) {
        return byCase.getOrDefault(name, Map.of()).getOrDefault(request, new Expectation.Agree());
    }

    /** Every sentence that docs/differences.md has to hold. */
    List<String> sentences() {
        return byCase.values().stream()
                .flatMap(requests -> requests.values().stream())
                .filter(Expectation.Differs.class::isInstance)
                .map(Expectation.Differs.class::cast)
                .map(Expectation.Differs::sentence)
                .distinct()
                .toList();
    }

    private void add(String name, int request, int size, Expectation expectation) {
        if (request >= size) {
            throw new IllegalArgumentException("later.yaml: " + name + " has no request " + request);
        }
        if (byCase.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(request, expectation) != null) {
            throw new IllegalArgumentException("later.yaml: " + name + " " + request + " stands there twice");
        }
    }

    private static Expectation expectation(Map<String, Object> entry) {
        return Yaml.text(entry, "later")
                .<Expectation>map(Expectation.Later::new)
                .orElseGet(() -> new Expectation.Differs(
                        Yaml.text(entry, "differs").orElseThrow(),
                        Integer.parseInt(Yaml.text(entry, "status").orElseThrow())));
    }
}
