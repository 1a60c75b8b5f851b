package io.portafilter.proxy.exchange;

import static io.portafilter.proxy.exchange.FakeCodec.answer;
import static io.portafilter.proxy.exchange.FakeCodec.bytes;
import static io.portafilter.proxy.exchange.FakeCodec.trailers;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An exchange between a client and backends that speak no protocol at all. */
class ExchangeTest {
    private static final Fields NONE = new Fields();

    @Test
    void trailersAndInformationalAnswersGoThroughBothWays() {
        FakeCodec codec = new FakeCodec(1).begin("PUT", "/a", BodyLength.UNKNOWN);
        FakeCodec.Upstream upstream = codec.connect();
        upstream.listener.informational(answer(103));
        codec.exchange.requestData(bytes("one"));
        codec.exchange.requestEnd(trailers("t1"));
        upstream.listener.head(answer(200), BodyLength.UNKNOWN);
        upstream.listener.data(bytes("two"));
        upstream.listener.end(trailers("t2"));
        assertThat(codec.backend).containsExactly("1 PUT /a -1", "1 one", "1 end X-Request-ID: t1");
        assertThat(codec.client).containsExactly("info 103", "head 200 -1", "two", "end X-Request-ID: t2", "finished");
        assertThat(codec.ends).containsExactly(EndReason.COMPLETE);
    }

    @Test
    void aBodyIsAskedForOneBufferAtATimeAndOnlyWhileTheOtherSideTakesMore() {
        FakeCodec codec = new FakeCodec(1).begin("PUT", "/", 6);
        assertThat(codec.clientPulls).as("before there is a connection").isZero();
        FakeCodec.Upstream upstream = codec.connect();
        assertThat(codec.clientPulls).isEqualTo(1);
        codec.backendWritable = false;
        codec.exchange.requestData(bytes("abc"));
        assertThat(codec.clientPulls).isEqualTo(1);
        codec.backendWritable = true;
        upstream.listener.writable();
        assertThat(codec.clientPulls).isEqualTo(2);
        codec.clientWritable = false;
        upstream.listener.head(answer(200), 6);
        assertThat(codec.backendPulls).isZero();
        codec.clientWritable = true;
        codec.exchange.clientWritable();
        assertThat(codec.backendPulls).isEqualTo(1);
        upstream.listener.data(bytes("def"));
        assertThat(codec.backendPulls).isEqualTo(2);
        codec.exchange.clientGone();
    }

    @Test
    void anEarlyAnswerEndsTheExchangeThoughTheRequestGoesOn() {
        FakeCodec codec = new FakeCodec(1).begin("PUT", "/", 100);
        FakeCodec.Upstream upstream = codec.connect();
        codec.exchange.requestData(bytes("abc"));
        upstream.listener.head(answer(413), 0);
        codec.exchange.requestData(bytes("def"));
        upstream.listener.end(NONE);
        assertThat(codec.client).containsExactly("head 413 0", "end", "finished");
        assertThat(codec.backend).containsExactly("1 PUT / 100", "1 abc", "1 def");
        codec.exchange.requestData(bytes("late"));
        assertThat(codec.backend).hasSize(3);
    }

    @Test
    void aTunnelHasTwoEnds() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        FakeCodec.Upstream upstream = codec.connect();
        codec.exchange.requestEnd(NONE);
        upstream.listener.upgraded(answer(101));
        upstream.listener.data(bytes("from backend"));
        upstream.listener.end(NONE);
        assertThat(codec.ends).isEmpty();
        codec.exchange.requestData(bytes("from client"));
        codec.exchange.requestEnd(NONE);
        assertThat(codec.client).containsExactly("upgrade 101", "from backend", "end", "finished");
        assertThat(codec.backend).containsExactly("1 GET / 0", "1 end", "1 from client", "1 end", "1 reset");
        assertThat(codec.ends).containsExactly(EndReason.COMPLETE);
    }

    @Test
    void aClientThatGoesResetsTheBackendAndALateConnectionIsGivenBack() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        codec.connect();
        codec.exchange.clientGone();
        assertThat(codec.backend).containsExactly("1 GET / 0", "1 reset");
        assertThat(codec.ends).containsExactly(EndReason.CLIENT_GONE);

        FakeCodec early = new FakeCodec(1).begin("GET", "/", 0);
        early.exchange.clientGone();
        early.connect();
        assertThat(early.backend).containsExactly("1 reset");
    }

    @Test
    void aBackendThatBreaksOffAfterItsHeadResetsTheClient() {
        FakeCodec codec = new FakeCodec(2).begin("GET", "/", 0);
        FakeCodec.Upstream upstream = codec.connect();
        codec.exchange.requestEnd(NONE);
        upstream.listener.head(answer(200), 10);
        upstream.listener.data(bytes("12345"));
        upstream.listener.failed(Failure.RESET);
        assertThat(codec.client).containsExactly("head 200 10", "12345", "reset", "finished");
        assertThat(codec.ends).containsExactly(EndReason.UPSTREAM_BROKE_OFF);
        assertThat(codec.waiting).isEmpty();
    }

    @Test
    void aRetrySendsTheBodyAgainIncludingWhatArrivedMeanwhile() {
        FakeCodec codec = new FakeCodec(2).begin("PUT", "/", BodyLength.UNKNOWN);
        FakeCodec.Upstream first = codec.connect();
        codec.exchange.requestData(bytes("one"));
        first.listener.failed(Failure.RESET);
        codec.exchange.requestData(bytes("two"));
        codec.connect();
        codec.exchange.requestData(bytes("three"));
        codec.exchange.requestEnd(NONE);
        assertThat(codec.backend)
                .containsExactly("1 PUT / -1", "1 one", "1 reset", "2 PUT / -1", "2 one", "2 two", "2 three", "2 end");
        assertThat(codec.exchange.attempts()).extracting(Attempt::status).containsExactly(502, 0);
        assertThat(codec.exchange.attempts().get(0).endpoint())
                .isNotEqualTo(codec.exchange.attempts().get(1).endpoint());
        codec.exchange.clientGone();
    }

    @Test
    void aLateWordOfAnEarlierAttemptChangesNothing() {
        FakeCodec codec = new FakeCodec(2).begin("GET", "/", 0);
        FakeCodec.Upstream first = codec.connect();
        codec.exchange.requestEnd(NONE);
        first.listener.failed(Failure.RESET);
        FakeCodec.Upstream second = codec.connect();
        first.listener.head(answer(500), 3);
        first.listener.data(bytes("bad"));
        first.listener.failed(Failure.RESET);
        second.listener.head(answer(200), 0);
        second.listener.end(NONE);
        assertThat(codec.client).containsExactly("head 200 0", "end", "finished");
    }

    @Test
    void aConnectionThatHadDiedUnnoticedCostsNoTry() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        for (int i = 0; i < 5; i++) {
            codec.connect(true).listener.failed(Failure.RESET);
        }
        for (int i = 0; i < 3; i++) {
            codec.connect(false).listener.failed(Failure.RESET);
        }
        assertThat(codec.client.getFirst()).startsWith("head 502 ");
        assertThat(codec.exchange.attempts()).hasSize(8);
    }

    @Test
    void triesEndWithTheLastFailuresStatus() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        codec.waiting.removeFirst().failed(Failure.CONNECT_TIMEOUT);
        codec.waiting.removeFirst().failed(Failure.CONNECT_ERROR);
        codec.waiting.removeFirst().failed(Failure.CONNECT_TIMEOUT);
        assertThat(codec.client.getFirst()).startsWith("head 504 ");
        assertThat(codec.exchange.status()).isEqualTo(504);
        assertThat(codec.exchange.attempts()).extracting(Attempt::status).containsExactly(504, 502, 504);
    }

    @Test
    void endpointsThatVanishBetweenTriesAreServiceUnavailable() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        codec.noEndpoints();
        codec.waiting.removeFirst().failed(Failure.CONNECT_ERROR);
        assertThat(codec.client.getFirst()).startsWith("head 503 ");
    }

    @Test
    void theBackendsSilenceIsTriedElsewhereAfterTheReadTimeout() {
        FakeCodec codec = new FakeCodec(2).begin("GET", "/", 0);
        codec.connect();
        codec.exchange.requestEnd(NONE);
        codec.pass(59);
        assertThat(codec.waiting).isEmpty();
        codec.pass(1);
        assertThat(codec.waiting).hasSize(1);
        assertThat(codec.backend).contains("1 reset");
        codec.exchange.clientGone();
    }

    @Test
    void theReadTimeoutDoesNotRunWhileTheRequestIsStillArriving() {
        FakeCodec codec = new FakeCodec(1).begin("PUT", "/", BodyLength.UNKNOWN);
        codec.connect();
        for (int i = 0; i < 5; i++) {
            codec.pass(50);
            codec.exchange.requestData(bytes("x"));
        }
        assertThat(codec.ends).isEmpty();
        codec.pass(61);
        assertThat(codec.client.getFirst()).startsWith("head 408 ");
        assertThat(codec.ends).containsExactly(EndReason.CLIENT_TIMEOUT);
    }

    @Test
    void aBackendThatTakesNothingIsAGatewayTimeout() {
        FakeCodec codec = new FakeCodec(1).begin("POST", "/", 10);
        codec.backendWritable = false;
        codec.connect();
        codec.pass(61);
        assertThat(codec.client.getFirst()).startsWith("head 504 ");
    }

    @Test
    void aClientThatTakesNothingIsReset() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        FakeCodec.Upstream upstream = codec.connect();
        codec.exchange.requestEnd(NONE);
        codec.clientWritable = false;
        upstream.listener.head(answer(200), 10);
        codec.pass(61);
        assertThat(codec.client).containsExactly("head 200 10", "reset", "finished");
        assertThat(codec.ends).containsExactly(EndReason.CLIENT_TIMEOUT);
    }

    @Test
    void filtersRunInOrderAndTheFirstAnswerEndsThem() {
        FakeCodec codec = new FakeCodec(1);
        List<String> asked = new ArrayList<>();
        codec.route(
                codec.forward(),
                List.of(note(asked, "first"), exchange -> Verdict.Answer.of(403), note(asked, "third")),
                List.of((exchange, head) -> asked.add("response " + head.status())));
        codec.begin("GET", "/", 0);
        assertThat(asked).containsExactly("first", "response 403");
        assertThat(codec.client.getFirst()).startsWith("head 403 ");
        assertThat(codec.client.get(1)).contains("<h1>403 Forbidden</h1>");
        assertThat(codec.waiting).isEmpty();
    }

    private static RequestFilter note(List<String> notes, String word) {
        return exchange -> {
            notes.add(word);
            return Verdict.PASS;
        };
    }

    @Test
    void anAnswerOfOurOwnToHeadHasNoBody() {
        FakeCodec codec = new FakeCodec(0).begin("HEAD", "/", 0);
        assertThat(codec.client).hasSize(3).last().isEqualTo("finished");
        assertThat(codec.client.getFirst()).startsWith("head 503 ");
    }

    @Test
    void aBodyLimitCutsWhatDidNotSayItsLength() {
        FakeCodec codec = new FakeCodec(1);
        RequestFilter limit = exchange -> {
            exchange.limitBody(5);
            return Verdict.PASS;
        };
        codec.route(codec.forward(), List.of(limit), List.of());
        codec.begin("PUT", "/", BodyLength.UNKNOWN);
        codec.connect();
        codec.exchange.requestData(bytes("12345"));
        codec.exchange.requestData(bytes("6"));
        assertThat(codec.backend).containsExactly("1 PUT / -1", "1 12345", "1 reset");
        assertThat(codec.client.getFirst()).startsWith("head 413 ");
    }

    @Test
    void theSlashRedirectEscapesWhatWasDecodedAndKeepsTheQuery() {
        List<String> locations = new ArrayList<>();
        FakeCodec codec = new FakeCodec(0);
        codec.route(new RouteAction.AddSlash(), List.of(), List.of(noteLocation(locations)));
        codec.begin("POST", "/a%0d%0aSet-Cookie:%20x/../b%25?c=/d", 0);
        codec.begin("GET", "/%0d%0aSet-Cookie:%20x", 0);
        assertThat(locations)
                .containsExactly("https://shop.test/b%25/?c=/d", "https://shop.test/%0D%0ASet-Cookie:%20x/");
    }

    @Test
    void theRedirectToAnotherHostNamesThePortAndDropsOneSlash() {
        List<String> locations = new ArrayList<>();
        FakeCodec codec = new FakeCodec(0);
        codec.route(new RouteAction.OtherHost("www.shop.test", 308), List.of(), List.of(noteLocation(locations)));
        codec.begin("GET", "/a//?q=1/", 0);
        codec.begin("GET", "/", 0);
        assertThat(locations).containsExactly("https://www.shop.test:443/a//?q=1", "https://www.shop.test:443");
    }

    private static ResponseFilter noteLocation(List<String> locations) {
        return (exchange, head) ->
                locations.add(head.fields().first(FieldName.LOCATION).orElse(""));
    }

    @Test
    void anExchangeIsUsedAgainWithoutMemoryOfTheLastOne() {
        FakeCodec codec = new FakeCodec(1).begin("GET", "/", 0);
        for (int i = 0; i < 3; i++) {
            codec.waiting.removeFirst().failed(Failure.CONNECT_ERROR);
        }
        codec.begin("GET", "/again", 0);
        FakeCodec.Upstream upstream = codec.connect();
        codec.exchange.requestEnd(NONE);
        upstream.listener.head(answer(200), 0);
        upstream.listener.end(NONE);
        assertThat(codec.exchange.attempts()).hasSize(1);
        assertThat(codec.exchange.status()).isEqualTo(200);
        assertThat(codec.ends).containsExactly(EndReason.COMPLETE, EndReason.COMPLETE);
    }
}
