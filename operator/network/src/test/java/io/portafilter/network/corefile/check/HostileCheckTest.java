package io.portafilter.network.corefile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.portafilter.network.corefile.adopt.Adopted;
import io.portafilter.network.corefile.adopt.Adoption;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.suite.Suites;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileCheckTest {
    private static final int MEGABYTE = 1 << 20;
    private static final CorefileCheck CHECK = CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/9 ",
                "a{\n}\n",
                "a.local {\n kubernetes a.local\n}\n",
                "forward . 1.1.1.1\n",
                "health\n",
                "cache\n",
                "hosts {\n}\n",
                "kubernetes 10.0.0.0/9\n",
                "{$A}\n",
                "rewrite name regex ((a{30}){30}){30} b\n"
            })
    void aMegabyteOfOneThingEndsSoon(String piece) {
        String body = piece.repeat((MEGABYTE - 100) / piece.length());
        for (String text : List.of(body, ".:53 {\n" + body + "}\n", body + " {\n whoami\n}\n")) {
            assertThat(check(text).problems()).isNotEmpty();
        }
    }

    @Test
    void manyRecordsAreCheckedAgainstManyZones() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("z").append(i).append(".example ");
        }
        text.append("{\n hosts /dev/null {\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  10.0.0.1 a").append(i).append(".z").append(i % 5_000).append(".example\n");
        }
        text.append("  fallthrough\n }\n}\n");

        assertThat(check(text.toString()).accepted()).isTrue();
    }

    @Test
    void moreBlocksThanAnybodyHasAreNotCompared() {
        assertThat(check("a {\n}\n".repeat(100_000)).problems())
                .extracting(problem -> problem.rule())
                .containsExactly(Rule.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a {\n}\n",
                "import x\nplugin\n",
                "forward . 1.1.1.1\n",
                "hosts {\n 10.0.0.1 a\n}\n",
                "{$A}\n",
                "# b\n"
            })
    void aMegabyteIsAdoptedOrRefusedSoon(String piece) {
        String body = piece.repeat((MEGABYTE - 100) / piece.length());
        for (String text : List.of(body, ".:53 {\n" + body + "}\n")) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                Adopted adopted = Adoption.adopt("Corefile", text);
                assertThat(adopted.settings().isPresent() || !adopted.problems().isEmpty())
                        .isTrue();
            });
        }
    }

    @Test
    void mutatedCorefilesNeverThrow() {
        Random random = new Random(11);
        List<String> inputs = Suites.parsedInputs();
        for (int run = 0; run < 5_000; run++) {
            StringBuilder text = new StringBuilder(inputs.get(random.nextInt(inputs.size())));
            for (int edit = 0; edit < 3 && !text.isEmpty(); edit++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}\n #\"$%-0.:/é".charAt(random.nextInt(14)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
                }
            }
            assertThat(CHECK.check("Corefile", text.toString()).problems())
                    .as(text.toString())
                    .isNotNull();
        }
    }

    private static Checked check(String text) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> CHECK.check("Corefile", text));
    }
}
