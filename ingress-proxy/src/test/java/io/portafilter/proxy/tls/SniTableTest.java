package io.portafilter.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SniTableTest {
    private final ServerIdentity exact = identity("exact/a");
    private final ServerIdentity wildcard = identity("wildcard/b");
    private final ServerIdentity otherwise = identity("default/c");
    private final SniTable table =
            new SniTable(Map.of("a.x.test", exact, "*.x.test", wildcard), Optional.of(otherwise));

    @Test
    void theNameItselfIsAskedFirst() {
        assertThat(table.find("a.x.test")).contains(exact);
        assertThat(table.find("A.X.Test.")).contains(exact);
    }

    @Test
    void thenTheWildcardOneLevelUp() {
        assertThat(table.find("b.x.test")).contains(wildcard);
    }

    @Test
    void andEverybodyElseGetsTheDefault() {
        assertThat(table.find("a.b.x.test")).contains(otherwise);
        assertThat(table.find("x.test")).contains(otherwise);
        assertThat(table.find("localhost")).contains(otherwise);
        assertThat(table.find("")).contains(otherwise);
    }

    @Test
    void withoutDefaultTheGeneratedOneIsLeft() {
        assertThat(SniTable.EMPTY.find("a.x.test")).isEmpty();
    }

    private static ServerIdentity identity(String secret) {
        TestCertificates.Pair pair = TestCertificates.of("some.test");
        try {
            return ServerIdentity.read(secret, pair.certificate(), pair.key());
        } catch (BadIdentity e) {
            throw new IllegalStateException(e);
        }
    }
}
