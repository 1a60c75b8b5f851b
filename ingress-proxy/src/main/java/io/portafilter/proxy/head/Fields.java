package io.portafilter.proxy.head;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a head or of a trailer section: an index into the bytes as they came, plus a patch list. What nobody edits is
 * written byte for byte, in its order and case; added fields follow.
 */
public final class Fields {
    private static final int NAME_START = 0;
    private static final int NAME_END = 1;
    private static final int VALUE_START = 2;
    private static final int VALUE_END = 3;
    private static final int STRIDE = 4;
    private static final byte REMOVED = -1;

    private byte[] bytes = new byte[0];
    private int[] spans = new int[16 * STRIDE];
    private byte[] names = new byte[16];
    private int count;
    private final List<Added> added = new ArrayList<>();

    private record Added(int name, String text, String value) {}

    /** Forgets everything. */
    public void clear() {
        count = 0;
        added.clear();
    }

    /** Points at the array that the spans refer to; it may have grown since. */
    void over(byte[] array) {
        bytes = array;
    }

    void index(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            spans = Arrays.copyOf(spans, count * 2 * STRIDE);
        }
        names[count] = (byte) FieldName.of(bytes, nameStart, nameEnd);
        int at = count++ * STRIDE;
        spans[at + NAME_START] = nameStart;
        spans[at + NAME_END] = nameEnd;
        spans[at + VALUE_START] = valueStart;
        spans[at + VALUE_END] = valueEnd;
    }

    /** Whether there is no field at all. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many fields there are. */
    public int size() {
        int size = added.size();
        for (int i = 0; i < count; i++) {
            size += names[i] == REMOVED ? 0 : 1;
        }
        return size;
    }

    /** Whether there is a field of this name. */
    public boolean has(int name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name) {
                return true;
            }
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).name == name) {
                return true;
            }
        }
        return false;
    }

    /** The value of the first field of this name, in Latin-1. */
    public Optional<String> first(int name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name) {
                return Optional.of(value(i));
            }
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).name == name) {
                return Optional.of(added.get(i).value);
            }
        }
        return Optional.empty();
    }

    /** The value of the first field of this name, in any case; for names that {@link FieldName} does not list. */
    public Optional<String> first(String name) {
        byte[] lower = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < count; i++) {
            int at = i * STRIDE;
            if (names[i] != REMOVED && Chars.equalsLower(lower, bytes, spans[at + NAME_START], spans[at + NAME_END])) {
                return Optional.of(value(i));
            }
        }
        return added.stream()
                .filter(field -> field.text.equalsIgnoreCase(name))
                .map(Added::value)
                .findFirst();
    }

    /** The values of all fields of this name, in their order. */
    public List<String> all(int name) {
        if (!has(name)) {
            return List.of();
        }
        List<String> values = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            if (names[i] == name) {
                values.add(value(i));
            }
        }
        added.stream().filter(field -> field.name == name).map(Added::value).forEach(values::add);
        return values;
    }

    /** Removes all fields of this name. */
    public void remove(int name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name) {
                names[i] = REMOVED;
            }
        }
        for (int i = added.size() - 1; i >= 0; i--) {
            if (added.get(i).name == name) {
                added.remove(i);
            }
        }
    }

    /** Adds a field. The value must not hold control characters: nothing checks it again. */
    public void add(int name, String value) {
        added.add(new Added(name, FieldName.text(name), value));
    }

    /** Removes all fields of this name and adds one. */
    public void set(int name, String value) {
        remove(name);
        add(name, value);
    }

    /** Writes every field with its line end; not the empty line after them. */
    public void writeTo(Bytes out) {
        for (int i = 0; i < count; i++) {
            if (names[i] != REMOVED) {
                int at = i * STRIDE;
                out.append(bytes, spans[at + NAME_START], spans[at + VALUE_END]).line();
            }
        }
        for (int i = 0; i < added.size(); i++) {
            Added field = added.get(i);
            out.append(field.text).append(": ").append(field.value).line();
        }
    }

    private String value(int index) {
        int at = index * STRIDE;
        return new String(
                bytes,
                spans[at + VALUE_START],
                spans[at + VALUE_END] - spans[at + VALUE_START],
                StandardCharsets.ISO_8859_1);
    }
}
