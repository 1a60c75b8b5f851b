package io.portafilter.network.corefile.form;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Optional;

/** An IP address, read as strictly as Go's net.ParseIP: no leading zeros, no zone, no names. */
public final class Address {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Nothing where the text is no address. */
    public static Optional<Address> parse(String text) {
        return (text.contains(":") ? v6(text) : v4(text)).map(Address::new);
    }

    static Address of(byte[] bytes) {
        return new Address(bytes.clone());
    }

    /** 4 or 16. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it has four bytes. */
    public boolean isV4() {
        return bytes.length == 4;
    }

    /** Whether it means the machine itself. */
    public boolean isLoopback() {
        return isV4() ? bytes[0] == 127 : isMapped() ? bytes[12] == 127 : equals(last(1));
    }

    /** Whether it means no address in particular: 0.0.0.0 or ::. */
    public boolean isUnspecified() {
        return equals(isV4() ? new Address(new byte[4]) : last(0));
    }

    private boolean isMapped() {
        return Arrays.equals(bytes, 0, 12, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, 0, 12);
    }

    private static Address last(int value) {
        byte[] bytes = new byte[16];
        bytes[15] = (byte) value;
        return new Address(bytes);
    }

    private static Optional<byte[]> v4(String text) {
        if (!V4.matches(text)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        String[] parts = text.split("\\.", -1);
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(parts[i]);
            if (value > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        Optional<byte[]> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        Optional<byte[]> tail = gap < 0 ? Optional.of(new byte[0]) : groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        byte[] first = head.orElseThrow();
        byte[] second = tail.orElseThrow();
        int length = first.length + second.length;
        if (gap < 0 ? length != 16 : length > 14) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(first, 16);
        System.arraycopy(second, 0, bytes, 16 - second.length, second.length);
        return Optional.of(bytes);
    }

    private static Optional<byte[]> groups(String text, boolean mayEndInV4) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 8) {
            return Optional.empty();
        }
        byte[] bytes = new byte[2 * parts.length + 2];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matches(parts[i])) {
                int value = Integer.parseInt(parts[i], 16);
                bytes[at++] = (byte) (value >> 8);
                bytes[at++] = (byte) value;
                continue;
            }
            Optional<byte[]> v4 = mayEndInV4 && i == parts.length - 1 ? v4(parts[i]) : Optional.empty();
            if (v4.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(v4.orElseThrow(), 0, bytes, at, 4);
            at += 4;
        }
        return Optional.of(Arrays.copyOf(bytes, at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
