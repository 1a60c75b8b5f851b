package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/**
 * The name of a published object. In text {@code Kind/name}; the name itself may hold slashes, as in
 * {@code Cluster/shop/wear/80} or {@code Route/ingress/shop.example.com/Prefix:/wear}.
 *
 * @param kind what it names
 * @param name unique within the kind
 */
public record Key(Kind kind, String name) implements Comparable<Key> {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind).thenComparing(Key::name);

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if there is no slash or the kind is unknown
     */
    @JsonCreator
    public static Key parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a key (Kind/name): " + text);
        }
        return new Key(Kind.ofLabel(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return kind.label() + "/" + name;
    }
}
