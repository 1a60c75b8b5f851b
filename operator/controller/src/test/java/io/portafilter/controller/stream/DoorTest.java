package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoorTest {
    private final Door door = new Door(5, 2);
    private final InetAddress one = address(1);
    private final InetAddress other = address(2);

    @Test
    void strangersAreCountedByAddress() {
        assertThat(door.enter(one)).isPresent();
        assertThat(door.enter(one)).isPresent();
        assertThat(door.enter(one)).isEmpty();
        assertThat(door.enter(other)).isPresent();
    }

    @Test
    void whoIsIntroducedMakesRoomForAnotherStrangerOnce() {
        Door.Place place = door.enter(one).orElseThrow();
        assertThat(door.enter(one)).isPresent();
        place.introduced();
        place.introduced();
        assertThat(door.enter(one)).isPresent();
        assertThat(door.enter(one)).isEmpty();
        place.close();
        assertThat(door.enter(one)).isEmpty();
        assertThat(door.connections()).isEqualTo(2);
    }

    @Test
    void allTogetherAreBounded() {
        for (int i = 0; i < 5; i++) {
            Door.Place place = door.enter(one).orElseThrow();
            place.introduced();
        }
        assertThat(door.enter(other)).isEmpty();
    }

    @Test
    void itCanBeWaitedForThatAllAreGone() throws Exception {
        door.awaitEmpty(Duration.ofSeconds(30));
        Door.Place place = door.enter(one).orElseThrow();
        door.awaitEmpty(Duration.ofMillis(10));
        assertThat(door.connections()).isEqualTo(1);
        CountDownLatch gone = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                door.awaitEmpty(Duration.ofSeconds(30));
                gone.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        place.close();
        gone.await();
        assertThat(door.connections()).isZero();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
