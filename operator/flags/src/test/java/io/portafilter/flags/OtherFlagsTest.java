package io.portafilter.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Flags as people give them, on a command as small as one can be. */
final class OtherFlagsTest {
    @Command(name = "some-operator", mixinStandardHelpOptions = true)
    static final class Some implements Callable<Integer> {
        @Mixin
        private final CompilerFlags compiler = CompilerFlags.forCluster();

        @Mixin
        private final ConnectionFlags connection = new ConnectionFlags();

        @Mixin
        private final ScopeFlags scope = new ScopeFlags();

        @Mixin
        private final ElectionFlags election = new ElectionFlags();

        @Mixin
        private final AdminFlags admin = new AdminFlags();

        @Mixin
        private final LogFlags log = new LogFlags();

        @Override
        public Integer call() {
            connection.apiserver();
            scope.namespace();
            admin.address();
            admin.healthCheckPath();
            return 0;
        }
    }

    private final Some some = new Some();
    private final CommandLine command = new CommandLine(some);
    private final OtherFlags others = new OtherFlags();
    private final StringWriter err = new StringWriter();

    OtherFlagsTest() {
        others.addTo(command);
        command.setErr(new PrintWriter(err, true));
    }

    private int run(String... arguments) {
        return command.execute(arguments);
    }

    private List<OtherFlags.Note> notes() {
        return others.notes(command.getParseResult());
    }

    @Test
    void everyFlagOfIngressNginxIsTaken() {
        for (Flag flag : FlagCatalogue.BY_NAME.values()) {
            assertThat(command.getCommandSpec().optionsMap()).containsKey(flag.name());
        }
        assertThat(run(
                        "--ingress-class=nginx",
                        "--configmap=ingress-nginx/ingress-nginx-controller",
                        "--election-id=leader",
                        "--validating-webhook-certificate=/usr/local/certificates/cert",
                        "--maxmind-edition-ids=GeoLite2-City,GeoLite2-ASN",
                        "--v=3",
                        "--logtostderr",
                        "--log-dir=/tmp",
                        "--time-buckets=0.1,1",
                        "--enable-ssl-passthrough",
                        "--watch-ingress-without-class=true",
                        "--http-port",
                        "8080"))
                .as(err.toString())
                .isZero();
        assertThat(some.log.verbosity()).isEqualTo(3);
        assertThat(some.compiler.options().classes().withoutClass()).isTrue();
        assertThat(notes())
                .extracting(OtherFlags.Note::text)
                .containsExactly(
                        "--enable-ssl-passthrough is not built yet and has no effect: TLS is terminated for every host",
                        "--http-port has no effect here: it is for the proxy",
                        "--log_dir has no effect: everything is logged to standard output, without files",
                        "--logtostderr has no effect: everything is logged to standard output, without files",
                        "--maxmind-edition-ids has no effect: no database of addresses is downloaded, and no annotation here"
                                + " reads one",
                        "--time-buckets is not built yet and has no effect: the histograms keep their usual buckets",
                        "--validating-webhook-certificate has no effect: the operator issues the webhook's certificate itself,"
                                + " and rotates it");
        assertThat(notes())
                .filteredOn(note -> note.level() == Level.WARN)
                .extracting(OtherFlags.Note::text)
                .allMatch(text ->
                        text.startsWith("--enable-ssl") || text.startsWith("--http") || text.startsWith("--time"));
    }

    @Test
    void ofAFlagThatIsGivenTwiceTheLastCounts() {
        assertThat(run("--election-id=one", "--election-id=two", "--profiling", "--profiling=false"))
                .as(err.toString())
                .isZero();
        assertThat(some.election.id()).isEqualTo("two");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profiling=maybe", "--sync-period"})
    void whatHasNoEffectHasItsFormAllTheSame(String given) {
        assertThat(run(given)).isEqualTo(2);
        assertThat(err.toString()).contains(given.split("=", 2)[0]);
    }

    @Test
    void nothingIsSaidOfFlagsThatAreObeyedOrNotGiven() {
        assertThat(run("--ingress-class=internal", "-v=0")).isZero();
        assertThat(notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--ingres-class=nginx, There is no flag --ingres-class; did you mean --ingress-class?",
        "--watch-namespaces=a, There is no flag --watch-namespaces; did you mean --watch-namespace?",
        "--something-else, There is no flag --something-else.",
    })
    void aFlagThatNobodyKnowsIsRefusedWithTheNearestName(String given, String message) {
        assertThat(run(given)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--healthz-port=70000",
                "--healthz-port=x",
                "--healthz-host=here",
                "--health-check-path=healthz",
                "--configmap=only-a-name",
                "--configmap=Upper/case",
                "--default-ssl-certificate=a/b/c",
                "--watch-namespace=UPPER",
                "--apiserver-host=10.0.0.1",
                "--apiserver-host=ftp://10.0.0.1",
                "--election-ttl=30",
                "--deep-inspect=maybe",
                "-v=much"
            })
    void aValueThatCannotBeIsRefusedByName(String given) {
        assertThat(run(given)).as(given).isEqualTo(2);
        assertThat(err.toString()).contains(given.substring(0, given.indexOf('=')));
    }

    @Test
    void whatExcludesEachOtherIsRefused() {
        assertThat(run("--watch-namespace=a", "--watch-namespace-selector=x=y")).isEqualTo(2);
        assertThat(err.toString()).contains("--watch-namespace and --watch-namespace-selector exclude each other");
    }

    @Test
    void anEmptyTextIsNone() {
        assertThat(run("--watch-namespace=", "--configmap=", "--default-ssl-certificate=", "--healthz-host="))
                .as(err.toString())
                .isZero();
        assertThat(some.scope.namespace()).isEmpty();
        assertThat(some.compiler.options()).isEqualTo(CompilerFlags.forCluster().options());
    }

    @Test
    void theDefaultsAreIngressNginxs() {
        assertThat(run()).isZero();
        assertThat(some.compiler.options().classes().withoutClass()).isFalse();
        assertThat(some.compiler.options().classes().assumeClass()).isFalse();
        assertThat(some.compiler.options().deepInspection()).isTrue();
        assertThat(CompilerFlags.forFolder().options().classes().withoutClass()).isTrue();
        assertThat(CompilerFlags.forFolder().options().classes().assumeClass()).isTrue();
        assertThat(some.election.id()).isEqualTo("ingress-controller-leader");
        assertThat(some.election.elects()).isTrue();
        assertThat(some.admin.address().getPort()).isEqualTo(10254);
    }
}
