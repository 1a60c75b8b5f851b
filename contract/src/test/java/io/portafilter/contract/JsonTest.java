package io.portafilter.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonTest {
    static List<Published> objects() {
        return Samples.objects();
    }

    @Test
    void eachKindOfObjectHasOneCanonicalText() {
        Golden.check("objects.jsonl", lines(Samples.objects().stream()));
    }

    @Test
    void theSamplesShowEveryKindPolicyAndAction() {
        assertThat(Samples.objects().stream().map(object -> object.key().kind()))
                .containsAll(List.of(Kind.values()));
        String all = lines(Samples.objects().stream());
        assertThat(List.of(Policy.class.getPermittedSubclasses()))
                .allSatisfy(policy -> assertThat(Samples.objects())
                        .anyMatch(object -> policiesOf(object).stream().anyMatch(policy::isInstance)));
        assertThat(all).contains("\"type\":\"Forward\"", "\"type\":\"Respond\"");
    }

    @ParameterizedTest
    @MethodSource("objects")
    void anObjectComesBackAsItWas(Published object) {
        Published back = Json.read(Json.write(object), Published.class);
        assertThat(back).isEqualTo(object);
        assertThat(Digest.of(back)).isEqualTo(Digest.of(object));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aMemberThatNobodyKnowsIsRefused(Published object) {
        String json = new String(Json.write(object), UTF_8);
        String more = "{\"zzz\":1," + json.substring(1);
        assertThatThrownBy(() -> Json.read(more.getBytes(UTF_8), Published.class))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("zzz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"Tcp","name":"http"}                                              | Tcp
            {"kind":"HttpListener","name":"http"}                                     | listenerSet
            {"kind":"HttpListener","listenerSet":null,"name":"http"}                  | listenerSet
            {"kind":"HttpListener","listenerSet":"a","name":7}                        | String
            {"kind":"HttpListener","listenerSet":"a","name":"b"} x                    | x
            {"kind":"HttpListener","listenerSet":"a"                                  | Unexpected end
            {"listenerSet":"a","name":"b"}                                            | kind
            {"kind":"Endpoints","namespace":"a","service":"b","port":"c","endpoints":[{"host":"h","port":0}]}   | port out of 1 to 65535: 0
            {"kind":"Endpoints","namespace":"a","service":"b","port":"c","endpoints":[{"host":"h"}]}            | Cannot map `null` into type `int`
            {"kind":"Endpoints","namespace":"a","service":"b","port":"c","endpoints":[{"host":"h","port":"8"}]} | int
            """)
    void whatIsNoObjectIsRefused(String json, String reason) {
        assertThatThrownBy(() -> Json.read(json.getBytes(UTF_8), Published.class))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void twoPoliciesOfAKindAreRefused() {
        String twice = new String(Json.write(Samples.settings()), UTF_8)
                .replace("\"policies\":[", "\"policies\":[{\"policy\":\"hsts\"},");
        assertThatThrownBy(() -> Json.read(twice.getBytes(UTF_8), Published.class))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("two policies of the kind Hsts");
    }

    @Test
    void aSecretPrintsAsStarsButIsWritten() {
        assertThat(Samples.identity().toString()).contains("privateKey=***").doesNotContain("PRIVATE KEY");
        assertThat(new String(Json.write(Samples.identity()), UTF_8)).contains("PRIVATE KEY");
    }

    private static List<Policy<?>> policiesOf(Published object) {
        return switch (object) {
            case Route route -> route.policies().list();
            case Settings settings -> settings.policies().list();
            case Listener listener -> List.of();
            case VirtualHost host -> List.of();
            case Cluster cluster -> List.of();
            case Endpoints endpoints -> List.of();
            case Identity identity -> List.of();
        };
    }

    private static String lines(Stream<? extends Published> records) {
        return records.map(record -> new String(Json.write(record), UTF_8) + "\n")
                .collect(Collectors.joining());
    }
}
