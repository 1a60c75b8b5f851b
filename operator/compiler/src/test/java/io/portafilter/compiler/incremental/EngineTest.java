package io.portafilter.compiler.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private static final Name CONFIG = new Name("ns", "config");
    private static final UnitId<Name, String> COLOUR = new UnitId<>("colour", 1);
    private static final UnitId<String, Integer> COUNT = new UnitId<>("count", 2);
    private static final KeyIndex<String, Name> BY_COLOUR = new KeyIndex<>("maps-by-colour");

    private final Engine engine = new Engine(List.of(
            new Unit<>(COLOUR, new Unit.EachObject(Kind.CONFIG_MAP), EngineTest::colour).emitting(BY_COLOUR, List::of),
            new Unit<>(COUNT, new Unit.EachEmitted<>(BY_COLOUR), EngineTest::count)));
    private Snapshot snapshot = Snapshot.empty();

    private static Optional<String> colour(Name name, Lookup lookup, Consumer<Finding> findings) {
        Optional<String> colour = lookup.option(name, "colour");
        if (colour.isEmpty()) {
            findings.accept(new Finding(
                    "no-colour", Severity.WARNING, new Ref(Kind.CONFIG_MAP, name), "data", "it has no colour"));
        }
        return colour;
    }

    private static Optional<Integer> count(String colour, Lookup lookup, Consumer<Finding> findings) {
        return Optional.of(lookup.producers(BY_COLOUR, colour).size());
    }

    private Outcome put(String name, Map<String, String> data) {
        return step(new Change.Put(new ConfigMap(
                new Meta(new Name("ns", name), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()),
                new TreeMap<>(data))));
    }

    private Outcome step(Change change) {
        snapshot = snapshot.with(List.of(change));
        return engine.stepBy(snapshot, List.of(change));
    }

    @Test
    void aUnitExistsWhileItsObjectDoes() {
        put("a", Map.of("colour", "red"));
        assertThat(engine.values(COLOUR)).containsExactly(Map.entry(new Name("ns", "a"), "red"));
        step(new Change.Delete(new Ref(Kind.CONFIG_MAP, new Name("ns", "a"))));
        assertThat(engine.values(COLOUR)).isEmpty();
    }

    @Test
    void aUnitExistsWhileItsKeyIsEmitted() {
        put("a", Map.of("colour", "red"));
        put("b", Map.of("colour", "red"));
        assertThat(engine.value(COUNT, "red")).contains(2);
        put("a", Map.of("colour", "blue"));
        assertThat(engine.values(COUNT)).isEqualTo(Map.of("red", 1, "blue", 1));
        put("b", Map.of("colour", "blue"));
        assertThat(engine.values(COUNT)).isEqualTo(Map.of("blue", 2));
    }

    @Test
    void anOptionThatNobodyReadRunsNothing() {
        put("a", Map.of("colour", "red"));
        assertThat(put("a", Map.of("colour", "red", "size", "9")).ran()).isEmpty();
    }

    @Test
    void anEqualResultStopsThePropagation() {
        put("a", Map.of());
        Outcome outcome = put("a", Map.of("colour", "red"));
        assertThat(outcome.ran()).extracting(UnitKey::toString).containsExactlyInAnyOrder("colour(ns/a)", "count(red)");
        put("b", Map.of("colour", "blue"));
        assertThat(put("b", Map.of("colour", "blue", "x", "y")).changed()).isEmpty();
    }

    @Test
    void anAnswerOfNotThereIsAReadToo() {
        Name absent = new Name("ns", "absent");
        UnitId<String, Boolean> id = new UnitId<>("asks", 1);
        Engine asking = new Engine(List.of(new Unit<>(
                id,
                new Unit.Always<>("it"),
                (key, lookup, findings) -> Optional.of(
                        lookup.object(ConfigMap.class, Kind.CONFIG_MAP, absent).isPresent()))));
        asking.stepBy(Snapshot.empty(), List.of());
        assertThat(asking.value(id, "it")).contains(false);
        assertThat(asking.reads()).containsExactly(new Read.OfObject(new Ref(Kind.CONFIG_MAP, absent)));

        Change arrival = new Change.Put(
                new ConfigMap(new Meta(absent, "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()), new TreeMap<>()));
        asking.stepBy(Snapshot.empty().with(List.of(arrival)), List.of(arrival));
        assertThat(asking.value(id, "it")).contains(true);
    }

    @Test
    void whoAsksForTheFirstRunsOnlyWhenAnotherOneIsFirst() {
        UnitId<String, Name> oldest = new UnitId<>("oldest", 2);
        Engine ranking = new Engine(List.of(
                new Unit<>(COLOUR, new Unit.EachObject(Kind.CONFIG_MAP), EngineTest::rankedColour)
                        .emitting(
                                BY_COLOUR,
                                value -> List.of(value.substring(2)),
                                value -> Optional.of(value.substring(0, 1)).filter(rank -> !rank.equals("-"))),
                new Unit<>(
                        oldest,
                        new Unit.EachEmitted<>(BY_COLOUR),
                        (colour, lookup, findings) -> lookup.first(BY_COLOUR, colour))));
        rank(ranking, "b", "2 red");
        assertThat(ranking.value(oldest, "red")).contains(new Name("ns", "b"));
        assertThat(rank(ranking, "c", "3 red").ran())
                .extracting(UnitKey::toString)
                .containsExactly("colour(ns/c)");
        assertThat(rank(ranking, "a", "1 red").ran())
                .extracting(UnitKey::toString)
                .containsExactlyInAnyOrder("colour(ns/a)", "oldest(red)");
        assertThat(ranking.value(oldest, "red")).contains(new Name("ns", "a"));
        rank(ranking, "a", "4 red");
        assertThat(ranking.value(oldest, "red"))
                .as("its place changed, not what it emits")
                .contains(new Name("ns", "b"));
        rank(ranking, "b", "2 blue");
        assertThat(ranking.value(oldest, "red")).contains(new Name("ns", "c"));
        rank(ranking, "c", "- red");
        rank(ranking, "a", "- red");
        assertThat(ranking.value(oldest, "red"))
                .as("who has no place is never the first")
                .isEmpty();
    }

    private static Optional<String> rankedColour(Name name, Lookup lookup, Consumer<Finding> findings) {
        return lookup.option(name, "colour");
    }

    private Outcome rank(Engine ranking, String name, String colour) {
        Change change = new Change.Put(new ConfigMap(
                new Meta(new Name("ns", name), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()),
                new TreeMap<>(Map.of("colour", colour))));
        snapshot = snapshot.with(List.of(change));
        return ranking.stepBy(snapshot, List.of(change));
    }

    @Test
    void findingsGoWithTheirCause() {
        assertThat(put("a", Map.of()).findings().came()).extracting(Finding::id).containsExactly("no-colour");
        assertThat(engine.findings()).extracting(Finding::id).containsExactly("no-colour");
        Outcome cured = put("a", Map.of("colour", "red"));
        assertThat(cured.findings().came()).isEmpty();
        assertThat(cured.findings().went()).extracting(Finding::id).containsExactly("no-colour");
        assertThat(engine.findings()).isEmpty();
    }

    @Test
    void aUnitThatReadsItsOwnStageIsRefused() {
        UnitId<String, Boolean> self = new UnitId<>("self", 1);
        Engine wrong = new Engine(
                List.of(new Unit<>(self, new Unit.Always<>("it"), (key, lookup, findings) -> lookup.unit(self, "it"))));
        assertThatThrownBy(() -> wrong.stepBy(Snapshot.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("units read only earlier stages");
    }

    @Test
    void twoUnitsOfOneNameAreRefused() {
        Unit<Name, String> unit = new Unit<>(COLOUR, new Unit.Always<>(CONFIG), EngineTest::colour);
        assertThatThrownBy(() -> new Engine(List.of(unit, unit))).hasMessage("two units of the name colour");
    }
}
