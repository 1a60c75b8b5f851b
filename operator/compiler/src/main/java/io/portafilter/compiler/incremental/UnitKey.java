package io.portafilter.compiler.incremental;

/**
 * One instance of a unit.
 *
 * @param unit the unit's name
 * @param key what it makes a value for
 */
public record UnitKey(String unit, Object key) {
    // Written out because a start looks up millions: what records generate is slow until it is compiled.
    @Override
    public boolean equals(Object other) {
        return other instanceof UnitKey that && unit.equals(that.unit) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
        return unit + "(" + key + ")";
    }
}
