package io.portafilter.compiler.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One name that a user may set.
 *
 * @param name the name
 * @param format the form of its text
 * @param status what becomes of it
 * @param about what it does, in a few words
 * @param idle the texts, in their canonical spelling, that ask for what holds anyway
 * @param partOf it has an effect only together with one of these; empty: always
 */
public record Entry(
        String name, Format format, Status status, String about, SortedSet<String> idle, List<String> partOf) {
    /** Copies the collections. */
    public Entry {
        idle = Collections.unmodifiableSortedSet(new TreeSet<>(idle));
        partOf = List.copyOf(partOf);
    }

    /** An entry of its own; a truth value asks for nothing when it is false. */
    public static Entry of(String name, Format format, Status status, String about) {
        Set<String> idle = format instanceof Format.Bool ? Set.of("false") : Set.of();
        return new Entry(name, format, status, about, new TreeSet<>(idle), List.of());
    }

    /** With other texts that ask for what holds anyway. */
    public Entry withIdle(String... texts) {
        return new Entry(name, format, status, about, new TreeSet<>(List.of(texts)), partOf);
    }

    /** With an effect only together with one of these. */
    public Entry withPartOf(String... names) {
        return new Entry(name, format, status, about, idle, List.of(names));
    }

    /** Whether this text asks for something that would not hold anyway; a text that cannot be read does. */
    public boolean inEffect(String text) {
        return !text.isBlank() && !idle.contains(format.canonical(text));
    }
}
