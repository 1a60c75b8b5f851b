package io.portafilter.compiler.incremental;

/**
 * Keys that the values of one unit emit, with the instances that emit each: how a later unit finds out for which keys it exists and
 * which earlier values concern it.
 *
 * @param name unique
 * @param <K> type of the emitted keys
 * @param <P> type of the emitting unit's keys
 */
@SuppressWarnings("UnusedTypeParameter") // the types tell readers what they get
public record KeyIndex<K extends Comparable<? super K>, P extends Comparable<? super P>>(String name) {}
