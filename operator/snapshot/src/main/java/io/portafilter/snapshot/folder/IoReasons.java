package io.portafilter.snapshot.folder;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why reading or writing failed, in words: many exceptions of files have only a path for a message. */
final class IoReasons {
    private IoReasons() {}

    static String of(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "no such file or folder";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
