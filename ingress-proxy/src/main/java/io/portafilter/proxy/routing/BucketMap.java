package io.portafilter.proxy.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from names whose successor shares every bucket that did not change: one host among 20,000 costs a bucket of
 * twenty entries, and a look-up costs what a {@link HashMap}'s costs.
 */
final class BucketMap<V> {
    private static final int BUCKETS = 1024;

    private final Map<String, V>[] buckets;

    private BucketMap(Map<String, V>[] buckets) {
        this.buckets = buckets;
    }

    static <V> BucketMap<V> empty() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
        Map<String, V>[] buckets = new Map[BUCKETS];
        Arrays.fill(buckets, Map.of());
        return new BucketMap<>(buckets);
    }

    @Nullable
    V get(String name) {
        return buckets[bucket(name)].get(name);
    }

    Stream<V> values() {
        return Stream.of(buckets).flatMap(bucket -> bucket.values().stream());
    }

    Editor<V> edit() {
        return new Editor<>(buckets.clone());
    }

    private static int bucket(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }

    /** Collects changes; copies each bucket that they touch once. */
    static final class Editor<V> {
        private final Map<String, V>[] buckets;
        private final BitSet copied = new BitSet(BUCKETS);

        private Editor(Map<String, V>[] buckets) {
            this.buckets = buckets;
        }

        @Nullable
        V get(String name) {
            return buckets[bucket(name)].get(name);
        }

        void put(String name, V value) {
            own(name).put(name, value);
        }

        void remove(String name) {
            own(name).remove(name);
        }

        private Map<String, V> own(String name) {
            int bucket = bucket(name);
            if (!copied.get(bucket)) {
                buckets[bucket] = new HashMap<>(buckets[bucket]);
                copied.set(bucket);
            }
            return buckets[bucket];
        }

        /** The map as it is now; the editor must not be used afterwards. */
        BucketMap<V> build() {
            return new BucketMap<>(buckets);
        }
    }
}
