package io.portafilter.e2e.wire;

/** One field of a head, as it was spelled. */
public record Header(String name, String value) {
    /** Whether this is the name, in any case. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
