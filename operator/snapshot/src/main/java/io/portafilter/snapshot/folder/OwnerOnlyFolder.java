package io.portafilter.snapshot.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;

/** Small files in a folder that only its owner may enter. A file is written whole or not at all, whatever ends the process. */
final class OwnerOnlyFolder {
    private static final Set<PosixFilePermission> FOLDER = Set.copyOf(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> FILE = Set.copyOf(PosixFilePermissions.fromString("rw-------"));
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final boolean posix;

    private OwnerOnlyFolder(Path folder, boolean posix) {
        this.folder = folder;
        this.posix = posix;
    }

    /** Makes the folder if need be, closes it to others, and clears away what an interrupted write left. */
    static OwnerOnlyFolder open(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().resolve("..").normalize());
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, posix ? permissions(FOLDER) : none());
        } else if (posix) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
        OwnerOnlyFolder opened = new OwnerOnlyFolder(folder, posix);
        for (String name : opened.names("*" + UNFINISHED)) {
            opened.delete(name);
        }
        return opened;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Set<String> names(String glob) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    void write(String name, String text) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        Files.deleteIfExists(unfinished);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(unfinished, options, posix ? permissions(FILE) : none())) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static FileAttribute<?>[] permissions(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static FileAttribute<?>[] none() {
        return new FileAttribute<?>[0];
    }
}
