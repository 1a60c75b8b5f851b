package io.portafilter.network.corefile.form;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.Optional;

/**
 * A version of CoreDNS.
 *
 * @param major 1 since 2018
 * @param minor the second number
 * @param patch the third number
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    /** What may be rendered when nobody knows the version: what every cluster that still runs has. */
    public static final Version OLDEST_SUPPORTED = new Version(1, 9, 4);

    private static final Pattern TAG =
            Pattern.compile("v?([0-9]{1,5})\\.([0-9]{1,5})(?:\\.([0-9]{1,5}))?(?:[-+_.].*)?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** From an image's tag, such as {@code v1.11.3-eksbuild.1} or {@code 1.14.7}. */
    public static Optional<Version> ofTag(String tag) {
        Matcher match = TAG.matcher(tag);
        if (!match.matches()) {
            return Optional.empty();
        }
        String patch = match.group(3) == null ? "0" : match.group(3);
        return Optional.of(new Version(
                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(patch)));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
