package io.portafilter.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.example, false, a.example, /, ''",
        "HTTPS://A.example:8443/x, true, A.example:8443, /x, ''",
        "a.example/x?y=/z#f, false, a.example, /x, ?y=/z",
        "a_b.example?q, false, a_b.example, /, ?q",
        "http://[::1]:80/%2e/, false, [::1]:80, /%2e/, ''",
    })
    void urlsAreReadAsPeopleTypeThem(String url, boolean tls, String authority, String path, String query) {
        assertThat(Question.parse(url, "GET", List.of())).isEqualTo(new Question("GET", tls, authority, path, query));
    }

    @Test
    void aPathIsOctetsInsideAndTextForPeople() {
        Question question = Question.parse("http://a.example/käse", "GET", List.of());

        assertThat(question.path()).isEqualTo("/k\u00c3\u00a4se");
        assertThat(question).hasToString("GET http://a.example/käse");
    }
}
