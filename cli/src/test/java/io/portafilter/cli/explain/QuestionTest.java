package io.portafilter.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.RequestHead;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.example, false, a.example, /",
        "HTTPS://A.example:8443/x, true, A.example:8443, /x",
        "a.example/x?y=/z#f, false, a.example, /x?y=/z",
        "a_b.example?q, false, a_b.example, /?q",
        "http://[::1]:80/%2e/, false, [::1]:80, /%2e/",
        "http://a.example/k\u00e4se brot, false, a.example, /k%C3%A4se%20brot",
    })
    void urlsAreReadAsPeopleTypeThem(String url, boolean tls, String authority, String target) {
        assertThat(Question.parse(url, "GET", List.of()))
                .isEqualTo(new Question("GET", tls, authority, target, List.of()));
    }

    @Test
    void theHeadIsWhatTheProxysParserMakesOfIt() throws BadHead {
        RequestHead head = Question.parse("http://a.example/x/%2e%2e//y", "PUT", List.of("HOST: b.example", "X-A: 1"))
                .head();

        assertThat(head.authority()).isEqualTo("b.example");
        assertThat(head.path()).isEqualTo("/y");
        assertThat(head.fields().size()).isEqualTo(2);
    }

    @Test
    void aHeaderCannotHoldTwoLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Question.parse("http://a.example/", "GET", List.of("X: 1\r\nHost: b.example")))
                .withMessageContaining("is not a header");
    }

    @Test
    void aMethodThatBreaksTheRequestLineIsRefusedByTheParser() {
        Question question = Question.parse("http://a.example/", "G T", List.of());

        assertThatExceptionOfType(BadHead.class)
                .isThrownBy(question::head)
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}
