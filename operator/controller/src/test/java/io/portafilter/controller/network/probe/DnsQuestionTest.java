package io.portafilter.controller.network.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DnsQuestionTest {
    @Test
    void aReplicaTellsWhichCorefileItHasLoaded() throws IOException {
        try (Answering server = new Answering(number -> version("portafilter-1f0c"))) {
            assertThat(DnsQuestion.version(server.address())).contains("portafilter-1f0c");
            assertThat(server.asked()).isOne();
        }
    }

    @Test
    void theQuestionIsThatForTheVersionInTheClassOfChaos() throws IOException {
        UnaryOperator<byte[]> strict = question -> {
            Message asked = Answering.to(question);
            boolean right = asked.getQuestion().getDClass() == DClass.CH
                    && asked.getQuestion().getType() == Type.TXT
                    && asked.getQuestion().getName().toString().equals("version.bind.");
            return right ? version("it is").apply(question) : new byte[0];
        };
        try (Answering server = new Answering(number -> strict)) {
            assertThat(DnsQuestion.version(server.address())).contains("it is");
        }
    }

    @Test
    void aServerWithoutTheRecordTellsNothing() throws IOException {
        try (Answering server = new Answering(number -> code(Rcode.REFUSED))) {
            assertThat(DnsQuestion.version(server.address())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Rcode.NOERROR, Rcode.NXDOMAIN, Rcode.SERVFAIL, Rcode.REFUSED})
    void theCodeOfAnAnswerIsTold(int code) throws IOException {
        try (Answering server = new Answering(number -> code(code))) {
            assertThat(DnsQuestion.code(server.address(), "kubernetes.default.svc.cluster.local"))
                    .contains(Rcode.string(code));
        }
    }

    @Test
    void aQuestionThatGetsLostIsAskedAgain() throws IOException {
        try (Answering server =
                new Answering(number -> number == 0 ? question -> new byte[0] : version("portafilter-1f0c"))) {
            assertThat(DnsQuestion.version(server.address())).contains("portafilter-1f0c");
            assertThat(server.asked()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatIsSilentDoesNotAnswer() throws IOException {
        try (Answering server = new Answering(number -> question -> new byte[0])) {
            assertThat(DnsQuestion.code(server.address(), "example.com")).isEmpty();
            assertThat(server.asked()).isEqualTo(2);
        }
    }

    @Test
    void nobodyThereDoesNotAnswer() throws IOException {
        InetSocketAddress gone;
        try (Answering server = new Answering(number -> question -> new byte[0])) {
            gone = server.address();
        }
        assertThat(DnsQuestion.version(gone)).isEmpty();
    }

    @Test
    void whatIsNoMessageIsNoAnswer() throws IOException {
        try (Answering server = new Answering(number -> question -> new byte[] {1, 2, 3})) {
            assertThat(DnsQuestion.code(server.address(), "example.com")).isEmpty();
        }
    }

    @Test
    void anAnswerToAnotherQuestionDoesNotCount() throws IOException {
        UnaryOperator<byte[]> other = question -> {
            byte[] answer = version("somebody else").apply(question);
            answer[0] = (byte) (answer[0] ^ 1);
            return answer;
        };
        try (Answering server = new Answering(number -> other)) {
            assertThat(DnsQuestion.version(server.address())).isEmpty();
        }
    }

    @Test
    void aNameThatCannotBeAskedIsNotAnswered() throws IOException {
        try (Answering server = new Answering(number -> code(Rcode.NOERROR))) {
            assertThat(DnsQuestion.code(server.address(), "a..b")).isEmpty();
            assertThat(DnsQuestion.code(server.address(), "a".repeat(64))).isEmpty();
            assertThat(server.asked()).isZero();
        }
    }

    @Test
    void replicasProveACorefileOnlyTogether() {
        assertThat(new DnsReplicas.State(2, 2, "").proof()).isEqualTo(new Proof.Proven());
        assertThat(new DnsReplicas.State(2, 1, "Pod a/b does not answer").proof())
                .isEqualTo(new Proof.Pending("1 of 2 replicas of the DNS have loaded it; Pod a/b does not answer"));
        assertThat(new DnsReplicas.State(0, 0, "").proof()).isInstanceOf(Proof.Pending.class);
    }

    private static UnaryOperator<byte[]> version(String text) {
        return question -> {
            Message answer = Answering.to(question);
            answer.addRecord(new TXTRecord(answer.getQuestion().getName(), DClass.CH, 0, text), Section.ANSWER);
            return answer.toWire();
        };
    }

    private static UnaryOperator<byte[]> code(int code) {
        return question -> {
            Message answer = Answering.to(question);
            answer.getHeader().setRcode(code);
            return answer.toWire();
        };
    }
}
