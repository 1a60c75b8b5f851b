package io.portafilter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InventoryTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheOrderOfChangesTheVersionIsThatOfTheSet(long seed) {
        Random random = new Random(seed);
        Inventory inventory = new Inventory();
        TreeMap<Key, Digest> model = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            Key key = key(random.nextInt(700));
            if (random.nextInt(3) == 0) {
                assertThat(inventory.remove(key)).isEqualTo(model.remove(key) != null);
            } else {
                Digest digest = digest(random.nextInt(4));
                assertThat(inventory.put(key, digest)).isEqualTo(!digest.equals(model.put(key, digest)));
            }
            if (i % 500 == 0) {
                assertThat(inventory.version())
                        .isEqualTo(fromScratch(model, random).version());
            }
        }
        assertThat(inventory.version()).isEqualTo(fromScratch(model, random).version());
        assertThat(inventory.objects()).isEqualTo(model);
        assertThat(inventory.size()).isEqualTo(model.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void theVersionAfterAStepIsKnownBeforeIt(long seed) {
        Random random = new Random(seed);
        Inventory inventory = new Inventory();
        for (int step = 0; step < 200; step++) {
            Map<Key, Digest> puts = new TreeMap<>();
            Set<Key> deletes = new TreeSet<>();
            for (int i = 0; i < 10; i++) {
                puts.put(key(random.nextInt(100)), digest(random.nextInt(3)));
                deletes.add(key(100 + random.nextInt(100)));
                puts.put(key(100 + random.nextInt(100)), digest(7));
            }
            deletes.removeAll(puts.keySet());
            Version before = inventory.version();
            Version foretold = inventory.versionAfter(puts, deletes);
            assertThat(inventory.version()).isEqualTo(before);
            puts.forEach(inventory::put);
            deletes.forEach(inventory::remove);
            assertThat(inventory.version()).isEqualTo(foretold);
        }
    }

    @Test
    void anObjectThatChangesAndChangesBackLeavesTheOldVersion() {
        Inventory inventory = new Inventory();
        inventory.put(key(1), digest(1));
        Version before = inventory.version();
        inventory.put(key(1), digest(2));
        assertThat(inventory.version()).isNotEqualTo(before);
        inventory.put(key(1), digest(1));
        assertThat(inventory.version()).isEqualTo(before);
    }

    @Test
    void theVersionTellsKeysAndDigestsApart() {
        assertThat(List.of(version(1, 1), version(1, 2), version(2, 1), new Inventory().version()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasPutIsFound() {
        Inventory inventory = new Inventory();
        inventory.put(key(1), digest(1));
        assertThat(inventory.digest(key(1))).contains(digest(1));
        assertThat(inventory.digest(key(2))).isEmpty();
    }

    private static Version version(int key, int digest) {
        Inventory inventory = new Inventory();
        inventory.put(key(key), digest(digest));
        return inventory.version();
    }

    private static Inventory fromScratch(Map<Key, Digest> model, Random random) {
        List<Map.Entry<Key, Digest>> entries = new ArrayList<>(model.entrySet());
        Collections.shuffle(entries, random);
        Inventory inventory = new Inventory();
        entries.forEach(entry -> inventory.put(entry.getKey(), entry.getValue()));
        return inventory;
    }

    private static Key key(int i) {
        return Cluster.key("shop", "web-" + i, "80");
    }

    private static Digest digest(int i) {
        return Digest.of(("content " + i).getBytes(StandardCharsets.UTF_8));
    }
}
