package io.portafilter.network.corefile.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.compare.Comparison;
import io.portafilter.network.corefile.compare.Difference;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.render.CorefileText;
import io.portafilter.network.corefile.suite.Suites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a Corefile: read into settings and written again, it means the same. */
class AdoptionPropertyTest {
    @Test
    void everyRecordedCorefileKeepsItsMeaning() {
        Counts counts = new Counts();
        Suites.parsedInputs().forEach(counts::adopt);
        assertThat(counts.changed).isEmpty();
        assertThat(counts.adopted).isGreaterThan(2_000);
        assertThat(counts.refused).hasSizeLessThan(20);
    }

    @Test
    void soDoTheirMutations() {
        List<String> inputs = Suites.parsedInputs();
        Random random = new Random(5);
        Counts counts = new Counts();
        for (int run = 0; run < 6_000; run++) {
            StringBuilder text = new StringBuilder(inputs.get(random.nextInt(inputs.size())));
            for (int edit = 0; edit < 2 && !text.isEmpty(); edit++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, " {}\n#\"$-0.:/,\\".charAt(random.nextInt(14)));
                    case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                    default -> text.insert(at, " # why\n");
                }
            }
            counts.adopt(text.toString());
        }
        assertThat(counts.changed).isEmpty();
        assertThat(counts.adopted).isGreaterThan(3_000);
    }

    private static final class Counts {
        private int adopted;
        private final List<String> refused = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();

        void adopt(String text) {
            Corefile live = CorefileParser.keeping().parse("Corefile", text);
            Adopted result = Adoption.adopt("Corefile", text);
            if (!live.parsed()) {
                assertThat(result.settings()).isEmpty();
                assertThat(result.problems()).isNotEmpty();
                return;
            }
            if (result.settings().isEmpty()) {
                refused.add(text);
                return;
            }
            adopted++;
            String written = CorefileText.write(result.settings().orElseThrow(), Optional.empty())
                    .text();
            List<Difference> differences = Comparison.of(
                    Meaning.of(live), Meaning.of(CorefileParser.keeping().parse("Corefile", written)));
            Optional<String> again = Adoption.adopt("Corefile", written)
                    .settings()
                    .map(settings ->
                            CorefileText.write(settings, Optional.empty()).text());
            if (!differences.isEmpty()) {
                changed.add(text + "\n->\n" + written + differences);
            }
            assertThat(again).as(text).contains(written);
        }
    }
}
