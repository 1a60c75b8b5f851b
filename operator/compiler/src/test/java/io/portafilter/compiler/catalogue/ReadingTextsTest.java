package io.portafilter.compiler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.ProxyNextUpstream.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "true", "TRUE", "True"})
    void sixTextsAreTrue(String text) {
        assertThat(GoBool.parse(text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "F", "false", "FALSE", "False"})
    void sixTextsAreFalse(String text) {
        assertThat(GoBool.parse(text)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " true", "true ", "tRUE", "yes", "on", "2", "-1", "null"})
    void noOtherTextIsATruthValue(String text) {
        assertThat(GoBool.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "007,7", "+5,5", "-12,-12", "9223372036854775807,9223372036854775807"})
    void numbersAreDecimalWithASign(String text, long number) {
        assertThat(GoInt.parse(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "-", " 1", "1 ", "1_000", "0x10", "1.0", "1e3", "5s", "9223372036854775808", "١", "--1"
            })
    void noOtherTextIsANumber(String text) {
        assertThat(GoInt.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "100,100",
        "100b,100",
        "8k,8192",
        "8K,8192",
        "1m,1048576",
        "' 1 m ',1048576",
        "2G,2147483648",
        "8589934591g,9223372035781033984"
    })
    void sizesHaveUnits(String text, long bytes) {
        assertThat(ByteSize.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "-1", "1.5m", "1mb", "1t", "1\tk", "9223372036854775808", "8589934592g", "1m\n"})
    void noOtherTextIsASize(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }

    @Test
    void conditionsAreSortedAndNamedOnce() {
        assertThat(NextUpstream.parse(" http_502  timeout error timeout\thttp_429"))
                .contains(new NextUpstream(
                        List.of(Condition.ERROR, Condition.TIMEOUT, Condition.HTTP_502, Condition.HTTP_429), false));
    }

    @Test
    void offBeatsEveryOtherCondition() {
        assertThat(NextUpstream.parse("error off non_idempotent")).contains(new NextUpstream(List.of(), false));
    }

    @Test
    void nonIdempotentIsNoConditionOfItsOwn() {
        assertThat(NextUpstream.parse("error non_idempotent"))
                .contains(new NextUpstream(List.of(Condition.ERROR), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Error", "errortimeout", "error,timeout", "http_500;"})
    void noOtherTextIsAListOfConditions(String text) {
        assertThat(NextUpstream.parse(text)).isEmpty();
    }
}
