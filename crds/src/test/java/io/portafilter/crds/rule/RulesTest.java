package io.portafilter.crds.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.rule.RuleCases.RuleCase;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.Trees;
import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.crds.setup.NetworkSetupSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule in both languages, on cases that are accepted and refused. */
class RulesTest {
    static List<RuleCase> cases() {
        return RuleCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theExpressionsBreakExactlyTheRulesOfTheCase(RuleCase example) {
        assertThat(CelRules.broken(example.self(), example.old().map(Object.class::cast)))
                .isEqualTo(example.broken());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourChecksBreakExactlyTheRulesOfTheCase(RuleCase example) {
        assertThat(broken(example.self(), example.old())).isEqualTo(example.broken());
    }

    @Test
    void everyRuleIsBrokenByOneCaseAndKeptByAnother() {
        Set<String> refused = new TreeSet<>();
        cases().forEach(example -> refused.addAll(example.broken()));
        Set<String> ids = SetupRules.all().stream().map(SetupRule::id).collect(Collectors.toCollection(TreeSet::new));

        assertThat(refused).isEqualTo(ids);
        assertThat(cases()).anySatisfy(example -> assertThat(example.broken()).isEmpty());
        assertThat(ids).hasSize(SetupRules.all().size());
    }

    @Test
    void expressionsAndChecksAgreeOnMixturesOfTheCases() {
        Random random = new Random(5);
        List<RuleCase> cases = cases();
        int refused = 0;
        for (int run = 0; run < 1_000; run++) {
            Map<Object, Object> self = mixture(random, cases);
            Optional<Map<?, ?>> old = random.nextBoolean() ? Optional.of(mixture(random, cases)) : Optional.empty();

            Set<String> ours = broken(self, old);
            assertThat(CelRules.broken(self, old.map(Object.class::cast)))
                    .as("%s%n%s", self, old)
                    .isEqualTo(ours);
            refused += ours.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(100, 999);
    }

    /** Sections of different cases in one tree. */
    private static Map<Object, Object> mixture(Random random, List<RuleCase> cases) {
        Map<Object, Object> self =
                new LinkedHashMap<>(cases.get(random.nextInt(cases.size())).self());
        Map<Object, Object> spec = new LinkedHashMap<>(Trees.map(self, "spec"));
        for (Object section : new ArrayList<>(spec.keySet())) {
            Map<?, ?> other = Trees.map(cases.get(random.nextInt(cases.size())).self(), "spec");
            spec.put(section, Optional.<Object>ofNullable(other.get(section)).orElseGet(() -> spec.get(section)));
        }
        self.put("spec", spec);
        return self;
    }

    private static Set<String> broken(Map<?, ?> self, Optional<Map<?, ?>> old) {
        return SetupRules.broken(setup(self), old.map(RulesTest::setup)).stream()
                .map(SetupRule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static NetworkSetup setup(Map<?, ?> tree) {
        String name = Trees.text(tree, "metadata", "name");
        return new NetworkSetup(
                name,
                RecordReader.read(NetworkSetupSpec.class, Trees.at(tree, "spec"), "spec")
                        .value());
    }
}
