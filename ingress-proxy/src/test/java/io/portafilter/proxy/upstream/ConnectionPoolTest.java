package io.portafilter.proxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
    private final EndpointState a = new EndpointState(new InetSocketAddress(Addresses.ofLiteral("10.0.0.1"), 80));
    private final EndpointState b = new EndpointState(new InetSocketAddress(Addresses.ofLiteral("10.0.0.2"), 80));
    private final List<String> closed = new ArrayList<>();
    private final ConnectionPool<String> pool = new ConnectionPool<>(new PoolLimits(3, 100, 5, 1000), closed::add);

    private static PoolEntry<String> entry(String name, EndpointState endpoint) {
        return new PoolEntry<>(name, endpoint, 0);
    }

    @Test
    void theConnectionUsedLastIsTakenFirstAndOnlyForItsEndpoint() {
        pool.put(entry("a1", a), 0);
        pool.put(entry("b1", b), 1);
        pool.put(entry("a2", a), 2);
        assertThat(pool.take(a)).contains("a2");
        assertThat(pool.take(a)).contains("a1");
        assertThat(pool.take(a)).isEmpty();
        assertThat(pool.take(b)).contains("b1");
        assertThat(pool.size()).isZero();
    }

    @Test
    void whenThereAreTooManyTheOneIdleLongestGoes() {
        pool.put(entry("a1", a), 0);
        pool.put(entry("b1", b), 1);
        pool.put(entry("a2", a), 2);
        pool.put(entry("a3", a), 3);
        assertThat(closed).containsExactly("a1");
        assertThat(pool.size()).isEqualTo(3);
        assertThat(pool.take(a)).contains("a3");
    }

    @Test
    void aSweepClosesWhatIsIdleTooLongOrTooOldOrWithoutEndpoint() {
        pool.put(entry("idle", a), 0);
        pool.put(entry("fresh", a), 50);
        pool.put(entry("gone", b), 60);
        b.remove();
        pool.sweep(101);
        assertThat(closed).containsExactlyInAnyOrder("idle", "gone");
        assertThat(pool.take(a)).contains("fresh");
        pool.put(entry("late", a), 990);
        pool.sweep(1001);
        assertThat(closed).contains("late");
    }

    @Test
    void aConnectionThatHasServedEnoughIsNotKept() {
        PoolEntry<String> worn = entry("worn", a);
        for (int i = 0; i < 5; i++) {
            worn.use();
        }
        pool.put(worn, 0);
        assertThat(closed).containsExactly("worn");
        assertThat(pool.size()).isZero();
        assertThat(worn.reused()).isTrue();
    }

    @Test
    void aConnectionThatClosesItselfIsForgotten() {
        PoolEntry<String> first = entry("a1", a);
        pool.put(first, 0);
        pool.put(entry("a2", a), 1);
        pool.remove(first);
        pool.remove(first);
        assertThat(pool.size()).isEqualTo(1);
        assertThat(pool.take(a)).contains("a2");
        assertThat(pool.take(a)).isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void aThousandRandomStepsKeepTheBooks() {
        Random random = new Random(11);
        ConnectionPool<String> large = new ConnectionPool<>(new PoolLimits(20, 500, 1000, 100_000), closed::add);
        List<PoolEntry<String>> idle = new ArrayList<>();
        for (int now = 0; now < 5_000; now++) {
            EndpointState endpoint = random.nextBoolean() ? a : b;
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    PoolEntry<String> entry = entry("c" + now, endpoint);
                    idle.add(entry);
                    large.put(entry, now);
                }
                case 2 -> large.take(endpoint);
                default -> {
                    if (!idle.isEmpty()) {
                        large.remove(idle.get(random.nextInt(idle.size())));
                    }
                }
            }
            idle.removeIf(entry -> !entry.idle);
            assertThat(large.size()).isEqualTo(idle.size()).isLessThanOrEqualTo(20);
        }
        large.clear();
        assertThat(large.size()).isZero();
        Set<String> unique = new HashSet<>(closed);
        assertThat(unique).hasSameSizeAs(closed);
    }
}
