package io.portafilter.network.corefile.plugin;

/**
 * Ends the process when its queries come back to it.
 *
 * @param line where it begins
 */
public record Loop(int line) implements Plugin {}
