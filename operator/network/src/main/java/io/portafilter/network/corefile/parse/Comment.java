package io.portafilter.network.corefile.parse;

/**
 * A comment, from its {@code #} to the end of its line.
 *
 * @param line the line that it stands on
 * @param text with the {@code #}
 */
public record Comment(int line, String text) {}
