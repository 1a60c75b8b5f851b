package io.portafilter.network.corefile.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * CoreDNS's plugin.SplitHostPort: a zone or a network, with or without a port.
 *
 * @param hosts the zones, as written or as a network's reverse zones; empty where the text was refused
 * @param port empty where none is given
 * @param error CoreDNS's own words; empty where there is none
 */
public record Zones(List<String> hosts, String port, String error) {
    private static final int LONGEST = 255;
    /** Nobody writes more; a few networks with short masks could stand for millions. */
    private static final int MOST_ORIGINS = 10_000;

    /** Copies the list. */
    public Zones {
        hosts = List.copyOf(hosts);
    }

    /** Reads a text without transport. */
    public static Zones split(String text) {
        int colon = text.lastIndexOf(':');
        if (colon == text.length() - 1) {
            return refused("expecting data after last colon: \"" + text + "\"");
        }
        String zone = text;
        String port = "";
        OptionalLong number = colon < 0 ? OptionalLong.empty() : GoNumber.integer(text.substring(colon + 1));
        if (number.isPresent()) {
            port = Long.toString(number.getAsLong());
            zone = text.substring(0, colon);
        }
        int length = zone.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            return refused("specified zone is too long: " + length + " > " + LONGEST);
        }
        if (!DomainName.isValid(zone)) {
            return refused("zone is not a valid domain name: " + zone);
        }
        List<String> reverse = ReverseZones.of(zone).orElse(List.of());
        if (reverse.isEmpty()) {
            return new Zones(List.of(zone), port, "");
        }
        return zone.startsWith(":") || (zone.startsWith("0") && zone.contains(":"))
                ? refused("invalid CIDR " + zone)
                : new Zones(reverse, port, "");
    }

    /** plugin.Host.NormalizeExact: the zones of one argument, normal; none where it is refused. */
    public static List<String> exact(String argument) {
        return split(Transport.of(argument).rest()).hosts.stream()
                .map(DomainName::normal)
                .toList();
    }

    /** plugin.OriginsFromArgsOrServerBlock: the zones of a plugin's arguments, or those of its server block. */
    public static List<String> origins(List<String> arguments, List<String> keys) {
        List<String> zones = new ArrayList<>();
        for (String text : arguments.isEmpty() ? keys : arguments) {
            if (zones.size() < MOST_ORIGINS) {
                zones.addAll(exact(text));
            }
        }
        return List.copyOf(zones);
    }

    private static Zones refused(String error) {
        return new Zones(List.of(), "", error);
    }
}
