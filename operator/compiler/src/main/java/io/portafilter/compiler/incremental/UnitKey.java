package io.portafilter.compiler.incremental;

/**
 * One instance of a unit.
 *
 * @param unit the unit's name
 * @param key what it makes a value for
 */
public record UnitKey(String unit, Object key) {
    @Override
    public String toString() {
        return unit + "(" + key + ")";
    }
}
