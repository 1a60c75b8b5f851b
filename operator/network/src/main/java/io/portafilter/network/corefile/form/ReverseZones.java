package io.portafilter.network.corefile.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The reverse zones of a network, as CoreDNS derives them (plugin/pkg/cidr): a prefix between two labels is split up to the next
 * label, so that 10.96.0.0/12 is sixteen zones.
 */
public final class ReverseZones {
    private ReverseZones() {}

    /** The zones in the order of their addresses; nothing where the text is no network with a mask. */
    public static Optional<List<String>> of(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        Optional<Address> address = Address.parse(cidr.substring(0, slash));
        String mask = cidr.substring(slash + 1);
        OptionalLong bits =
                mask.startsWith("+") || mask.startsWith("-") ? OptionalLong.empty() : GoNumber.integer(mask);
        int width = address.map(a -> a.bytes().length * 8).orElse(0);
        if (address.isEmpty() || bits.isEmpty() || bits.getAsLong() > width) {
            return Optional.empty();
        }
        return Optional.of(zones(address.orElseThrow(), (int) bits.getAsLong()));
    }

    private static List<String> zones(Address address, int prefix) {
        int step = address.isV4() ? 8 : 4;
        int labels = (prefix + step - 1) / step;
        int count = 1 << (labels * step - prefix);
        int[] digits = digits(address, step);
        for (int i = labels; i < digits.length; i++) {
            digits[i] = 0;
        }
        if (labels > 0) {
            digits[labels - 1] &= -count;
        }
        List<String> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(name(digits, labels, step));
            if (labels > 0) {
                digits[labels - 1]++;
            }
        }
        return zones;
    }

    private static int[] digits(Address address, int step) {
        byte[] bytes = address.bytes();
        int[] digits = new int[bytes.length * 8 / step];
        for (int i = 0; i < digits.length; i++) {
            int value = bytes[i * step / 8] & 0xFF;
            digits[i] = step == 8 ? value : i % 2 == 0 ? value >> 4 : value & 0xF;
        }
        return digits;
    }

    private static String name(int[] digits, int labels, int step) {
        StringBuilder name = new StringBuilder();
        for (int i = labels - 1; i >= 0; i--) {
            name.append(step == 8 ? Integer.toString(digits[i]) : Integer.toHexString(digits[i]))
                    .append('.');
        }
        return name.append(step == 8 ? "in-addr.arpa." : "ip6.arpa.").toString();
    }
}
