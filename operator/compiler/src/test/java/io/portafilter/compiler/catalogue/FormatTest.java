package io.portafilter.compiler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTest {
    static Stream<Arguments> matching() {
        return Stream.of(
                Arguments.of(Formats.ON_OFF, " on ", true),
                Arguments.of(Formats.ON_OFF, "ON", false),
                Arguments.of(Formats.oneOfAnyCase("grpc"), " GrPc", true),
                Arguments.of(Formats.CIDRS, "10.0.0.1 , ::1/64", true),
                Arguments.of(Formats.CIDRS, "10.0.0.1,", false),
                Arguments.of(Formats.CIDRS, " ", false),
                Arguments.of(Formats.BASIC_TEXT, "ns/name-1.2_3~:", true),
                Arguments.of(Formats.BASIC_TEXT, "a b", true),
                Arguments.of(Formats.BASIC_TEXT, "a\nb", false),
                Arguments.of(Formats.BASIC_TEXT, "a\tb", false),
                Arguments.of(Formats.BASIC_TEXT, "a$", false),
                Arguments.of(Formats.URL_TEXT, "https://a.example.com:8443/x?y=z&a=b,c", true),
                Arguments.of(Formats.URL_TEXT, "https://$host/", false),
                Arguments.of(Formats.URL_TEXT, "https://a/#b", false),
                Arguments.of(Formats.URL_WITH_VARIABLES, "https://$host/", true),
                Arguments.of(Formats.URL_WITH_VARIABLES, "https://${host}/", false),
                Arguments.of(Formats.VARIABLES, "${request_uri}-x", true),
                Arguments.of(Formats.VARIABLES, "a.b", false),
                Arguments.of(Formats.PATH_WITH_GROUPS, "/a/$1", true),
                Arguments.of(Formats.PATH_WITH_GROUPS, "/a b", false),
                Arguments.of(Formats.HEADER_NAMES, "X-A, X_B", true),
                Arguments.of(Formats.HEADER_NAMES, "X-A: b", false),
                Arguments.of(Formats.SERVER_NAME, " ~^www\\d+\\.(a|b){2}[x]?$ ", true),
                Arguments.of(Formats.SERVER_NAME, "a b", false),
                Arguments.of(Formats.SERVER_NAME, "a;b", false),
                Arguments.of(new Format.CommonName(), "CN=(a|b)", true),
                Arguments.of(new Format.CommonName(), "CN=", true),
                Arguments.of(new Format.CommonName(), "cn=a", false),
                Arguments.of(new Format.CommonName(), "CN=(?=a)", false),
                Arguments.of(Formats.ANYTHING, "\u0000", true));
    }

    @ParameterizedTest
    @MethodSource("matching")
    void textsHaveTheirForm(Format format, String text, boolean accepted) {
        assertThat(format.accepts(text)).isEqualTo(accepted);
    }

    @Test
    void aVeryLongTextIsMatchedInLinearTimeAndSpace() {
        assertThat(Formats.compact("", "(?:(?:[A-Za-z0-9]+|@STRENGTH)*)*").accepts("@STRENGTHa".repeat(100_000) + "!"))
                .isFalse();
    }

    @Test
    void whatMeansTheSameHasOneSpelling() {
        assertThat(Formats.BOOL.canonical("T")).isEqualTo("true");
        assertThat(Formats.INT.canonical("+010")).isEqualTo("10");
        assertThat(Formats.oneOfAnyCase("http").canonical(" HTTP ")).isEqualTo("http");
        assertThat(Formats.BOOL.canonical("maybe")).isEqualTo("maybe");
    }
}
