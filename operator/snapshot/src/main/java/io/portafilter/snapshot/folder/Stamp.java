package io.portafilter.snapshot.folder;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells without reading it that a file is as it was.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param identity its device and inode, where there are such
 * @param settled whether it was last written well before it was looked at; otherwise a further write may have left no trace, as
 *     file systems count time in steps of some milliseconds
 */
record Stamp(long size, FileTime modified, Optional<Object> identity, boolean settled) {
    private static final long STEP_MILLIS = 100;

    static Stamp of(BasicFileAttributes attributes) {
        FileTime modified = attributes.lastModifiedTime();
        boolean settled = modified.toMillis() + STEP_MILLIS < System.currentTimeMillis();
        return new Stamp(attributes.size(), modified, Optional.ofNullable(attributes.fileKey()), settled);
    }

    /** Whether the file is surely the same as when this stamp was taken. */
    boolean proves(Stamp now) {
        return settled && size == now.size && modified.equals(now.modified) && identity.equals(now.identity);
    }
}
