package io.portafilter.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Which objects there are, each with its digest, and the version over them.
 *
 * <p>The version is a digest over 256 bucket digests; a bucket holds the keys whose text has its number as the last byte of
 * {@link String#hashCode}, which Java specifies, and its digest covers its (key, digest) pairs in order. So one change among 100,000 objects costs one bucket, and the result depends on the set
 * alone. Not safe for use by several threads.
 */
public final class Inventory {
    private static final int BUCKETS = 256;

    private final List<TreeMap<Key, Digest>> buckets = new ArrayList<>(BUCKETS);
    private final byte[][] bucketDigests = new byte[BUCKETS][];
    private int size;

    /** Nothing. */
    public Inventory() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new TreeMap<>());
            bucketDigests[i] = new byte[0];
        }
    }

    /** The digest of this object, if it exists. */
    public Optional<Digest> digest(Key key) {
        return Optional.ofNullable(buckets.get(bucket(key)).get(key));
    }

    /** Notes an object; whether that changes anything. */
    public boolean put(Key key, Digest digest) {
        int bucket = bucket(key);
        Digest before = buckets.get(bucket).put(key, digest);
        if (before == null) {
            size++;
        }
        boolean changed = !digest.equals(before);
        if (changed) {
            bucketDigests[bucket] = new byte[0];
        }
        return changed;
    }

    /** Forgets an object; whether it was there. */
    public boolean remove(Key key) {
        int bucket = bucket(key);
        if (buckets.get(bucket).remove(key) == null) {
            return false;
        }
        size--;
        bucketDigests[bucket] = new byte[0];
        return true;
    }

    /** How many objects there are. */
    public int size() {
        return size;
    }

    /** All objects, sorted by key. */
    public SortedMap<Key, Digest> objects() {
        TreeMap<Key, Digest> all = new TreeMap<>();
        buckets.forEach(all::putAll);
        return all;
    }

    /** The version over everything. */
    public Version version() {
        return version(this::currentDigest);
    }

    /** The version that these changes would leave; nothing changes. */
    public Version versionAfter(Map<Key, Digest> puts, Collection<Key> deletes) {
        Map<Integer, SortedMap<Key, Digest>> changed = new HashMap<>();
        deletes.forEach(key -> changedBucket(changed, key).remove(key));
        puts.forEach((key, digest) -> changedBucket(changed, key).put(key, digest));
        return version(bucket -> {
            SortedMap<Key, Digest> now = changed.get(bucket);
            return now == null ? currentDigest(bucket) : digestOf(now);
        });
    }

    private SortedMap<Key, Digest> changedBucket(Map<Integer, SortedMap<Key, Digest>> changed, Key key) {
        return changed.computeIfAbsent(bucket(key), bucket -> new TreeMap<>(buckets.get(bucket)));
    }

    private byte[] currentDigest(int bucket) {
        if (bucketDigests[bucket].length == 0) {
            bucketDigests[bucket] = digestOf(buckets.get(bucket));
        }
        return bucketDigests[bucket];
    }

    private static Version version(IntFunction<byte[]> digestOfBucket) {
        MessageDigest whole = Digest.sha256();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            whole.update(digestOfBucket.apply(bucket));
        }
        return new Version(new Digest(HexFormat.of().formatHex(whole.digest())));
    }

    private static byte[] digestOf(SortedMap<Key, Digest> bucket) {
        MessageDigest sha256 = Digest.sha256();
        bucket.forEach((key, digest) -> {
            sha256.update((key + " " + digest + "\n").getBytes(StandardCharsets.UTF_8));
        });
        return sha256.digest();
    }

    private static int bucket(Key key) {
        return key.toString().hashCode() & 0xff;
    }
}
