package io.portafilter.network.status;

/**
 * Why something is so.
 *
 * @param reason one word, as conditions have it: letters and digits, the first a letter
 * @param message for people
 */
public record Note(String reason, String message) {}
