package io.portafilter.controller.event;

import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something to tell about an object. Equal ones are one Event, which counts how often it was told.
 *
 * @param object about what
 * @param uid the object's, so that a successor of the same name does not inherit its Events
 * @param type how bad
 * @param reason in CamelCase
 * @param message a sentence
 */
record Notice(Ref object, String uid, Type type, String reason, String message) {
    private static final int LONGEST_NAME = 253;
    private static final int DIGEST_BYTES = 8;

    /** {@code type} of an Event. */
    enum Type {
        NORMAL("Normal"),
        WARNING("Warning");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static Notice of(KubeObject object, Type type, String reason, String message) {
        return new Notice(object.ref(), object.meta().uid(), type, reason, message);
    }

    /** The Event's name: the same in every replica and after every restart, so that nothing is told twice. */
    String eventName() {
        String suffix = "." + hash(String.join("\n", object.toString(), uid, type.text(), reason, message));
        String name = object.name().name();
        int room = LONGEST_NAME - suffix.length();
        return (name.length() > room ? name.substring(0, room).replaceAll("[.-]+$", "") : name) + suffix;
    }

    /** Events about what has no namespace lie in {@code default}. */
    String eventNamespace() {
        return object.name().namespace().isEmpty() ? "default" : object.name().namespace();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
