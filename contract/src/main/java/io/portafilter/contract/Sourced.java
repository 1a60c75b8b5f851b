package io.portafilter.contract;

import java.util.function.Function;

/**
 * A value and who decided it.
 *
 * @param value the value in effect
 * @param origin the object and field, flag or default that it comes from
 */
public record Sourced<T>(T value, Origin origin) {
    /** A value that nobody set. */
    public static <T> Sourced<T> byDefault(T value) {
        return new Sourced<>(value, new Origin.Default());
    }

    /** Another value with the same origin. */
    public <U> Sourced<U> map(Function<? super T, ? extends U> function) {
        return new Sourced<>(function.apply(value), origin);
    }
}
