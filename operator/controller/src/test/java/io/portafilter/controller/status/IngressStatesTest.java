package io.portafilter.controller.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.IngressState;
import io.portafilter.compiler.IngressState.Effect;
import io.portafilter.snapshot.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class IngressStatesTest {
    @Test
    void changedAreThoseThatCameWentOrHaveAnotherEffect() {
        List<IngressState> before = states("a", Effect.CURRENT, "b", Effect.CURRENT, "c", Effect.FOREIGN);
        List<IngressState> after = states("b", Effect.LAST_GOOD, "c", Effect.FOREIGN, "d", Effect.CURRENT);

        assertThat(IngressStates.changed(before, after)).containsExactly(name("a"), name("b"), name("d"));
        assertThat(IngressStates.changed(before, before)).isEmpty();
        assertThat(IngressStates.changed(List.of(), before)).containsExactly(name("a"), name("b"), name("c"));
        assertThat(IngressStates.changed(before, List.of())).containsExactly(name("a"), name("b"), name("c"));
    }

    @Test
    void eachIsFoundByItsName() {
        List<IngressState> states = states("a", Effect.CURRENT, "b", Effect.LAST_GOOD, "d", Effect.FOREIGN);

        assertThat(IngressStates.effect(states, name("a"))).contains(Effect.CURRENT);
        assertThat(IngressStates.effect(states, name("b"))).contains(Effect.LAST_GOOD);
        assertThat(IngressStates.effect(states, name("d"))).contains(Effect.FOREIGN);
        assertThat(IngressStates.effect(states, name("c"))).isEmpty();
        assertThat(IngressStates.effect(List.of(), name("a"))).isEmpty();
    }

    @Test
    void randomListsAgreeWithMaps() {
        Random random = new Random(42);
        SortedMap<Name, Effect> before = new TreeMap<>();
        for (int round = 0; round < 200; round++) {
            SortedMap<Name, Effect> after = new TreeMap<>(before);
            for (int edit = 0; edit < 3; edit++) {
                Name name = name("n" + random.nextInt(40));
                if (random.nextBoolean()) {
                    after.put(name, random.nextBoolean() ? Effect.CURRENT : Effect.FOREIGN);
                } else {
                    after.remove(name);
                }
            }
            List<Name> changed = IngressStates.changed(states(before), states(after));
            for (int i = 0; i < 40; i++) {
                Name name = name("n" + i);
                Optional<Effect> was = Optional.ofNullable(before.get(name));
                Optional<Effect> is = Optional.ofNullable(after.get(name));
                assertThat(changed.contains(name)).isEqualTo(!was.equals(is));
                assertThat(IngressStates.effect(states(after), name)).isEqualTo(is);
            }
            before = after;
        }
    }

    private static List<IngressState> states(SortedMap<Name, Effect> effects) {
        List<IngressState> states = new ArrayList<>();
        effects.forEach((name, effect) -> states.add(new IngressState(name, effect)));
        return states;
    }

    private static List<IngressState> states(Object... pairs) {
        List<IngressState> states = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            states.add(new IngressState(name((String) pairs[i]), (Effect) pairs[i + 1]));
        }
        return states;
    }

    private static Name name(String text) {
        return new Name("shop", text);
    }
}
