package io.portafilter.network.corefile.form;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Zones that can be asked which of them a name lies in, in time that does not depend on how many they are. */
public final class ZoneSet {
    private static final int MOST_SHOWN = 8;

    private final SortedSet<String> zones;

    private ZoneSet(SortedSet<String> zones) {
        this.zones = zones;
    }

    /** A set of normal names. */
    public static ZoneSet of(Collection<String> zones) {
        return new ZoneSet(new TreeSet<>(zones));
    }

    /** The longest zone that a normal name is or lies in. */
    public Optional<String> covering(String name) {
        for (String rest = name; !rest.isEmpty(); rest = rest.substring(rest.indexOf('.') + 1)) {
            if (zones.contains(rest)) {
                return Optional.of(rest);
            }
            if (rest.indexOf('.') < 0) {
                break;
            }
        }
        return zones.contains(".") ? Optional.of(".") : Optional.empty();
    }

    @Override
    public String toString() {
        String shown = String.join(
                ", ", zones.stream().limit(MOST_SHOWN).map(DomainName::display).toList());
        return zones.size() > MOST_SHOWN ? shown + ", …" : shown;
    }
}
