package io.portafilter.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which objects there are, each with its digest, and the version over them.
 *
 * <p>The version is a digest over 256 bucket digests; a bucket holds the keys whose SHA-256 begins with its number, and its digest
 * covers its (key, digest) pairs in order. So one change among 100,000 objects costs one bucket, and the result depends on the set
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
        MessageDigest whole = Digest.sha256();
        for (int i = 0; i < BUCKETS; i++) {
            if (bucketDigests[i].length == 0) {
                bucketDigests[i] = digestOf(buckets.get(i));
            }
            whole.update(bucketDigests[i]);
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
        return Digest.sha256().digest(key.toString().getBytes(StandardCharsets.UTF_8))[0] & 0xff;
    }
}
