package io.portafilter.snapshot.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What reading a file gave. */
sealed interface FileText {
    /** How many bytes a file may have. */
    int MAX_BYTES = 64 << 20;

    /** Its text. */
    record Text(String text) implements FileText {}

    /** It cannot be read; what it defined before stays. */
    record Unreadable(String id, String reason) implements FileText {
        static Unreadable because(IOException e) {
            return new Unreadable("file-unreadable", "it cannot be read: " + IoReasons.of(e));
        }

        /** A file that had objects and now has no byte is most likely being written. */
        static Unreadable becauseItIsEmpty() {
            return new Unreadable("file-empty", "the file is empty; delete it if its objects shall go");
        }
    }

    /** It is not there any more. */
    record Gone() implements FileText {}

    static FileText of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        } catch (NoSuchFileException e) {
            return new Gone();
        } catch (IOException e) {
            return Unreadable.because(e);
        }
    }

    static FileText of(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new Unreadable("file-too-large", "the file has more than " + (MAX_BYTES >> 20) + " MiB; split it");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean replaced = text.indexOf('\uFFFD') >= 0;
        if (replaced && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            return new Unreadable("file-not-utf-8", "the file is not in UTF-8; save it so");
        }
        return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
