package io.portafilter.snapshot.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Goes through a folder and its sub-folders. Symbolic links are followed; a link to a folder that is passed anyway, because it lies
 * in the root or above the link, is not. Of a ConfigMap that kubelet mounted each file is met once: {@code ..data} and the folder
 * behind it are hidden.
 */
final class FolderWalk {
    /** How deep folders may nest; also what ends a circle of links outside of the root. */
    static final int MAX_DEPTH = 32;

    /** Who wants to know. */
    interface Visitor {
        /** A folder, before what is in it. */
        void folder(Path folder);

        /** A manifest; the attributes are those of the file behind a link. */
        void manifest(Path file, BasicFileAttributes attributes);

        /** A folder that cannot be listed, with a reason for people. */
        void unreadable(Path folder, String reason);
    }

    private final Path root;
    private final Visitor visitor;

    FolderWalk(Path root, Visitor visitor) {
        this.root = root;
        this.visitor = visitor;
    }

    /** Visits this path, and what is below it; nothing if it is not there. It must not be hidden. */
    void below(Path path) {
        boolean all = path.equals(root);
        visit(path, all ? 0 : root.relativize(path).getNameCount(), all);
    }

    private void visit(Path path, int depth, boolean whateverItsName) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            return; // gone since it was listed, or a link to nothing
        }
        if (attributes.isDirectory()) {
            if (path.equals(root) || !Files.isSymbolicLink(path) || leadsElsewhere(path)) {
                list(path, depth);
            }
        } else if (attributes.isRegularFile()
                && (whateverItsName || FileNames.isManifest(path.getFileName().toString()))) {
            visitor.manifest(path, attributes);
        }
    }

    private void list(Path folder, int depth) {
        if (depth > MAX_DEPTH) {
            visitor.unreadable(folder, "it lies more than " + MAX_DEPTH + " folders deep");
            return;
        }
        visitor.folder(folder);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (!FileNames.isHidden(child.getFileName().toString())) {
                    visit(child, depth + 1, false);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return; // gone since it was met
        } catch (IOException | DirectoryIteratorException e) {
            visitor.unreadable(folder, IoReasons.of(e));
        }
    }

    private boolean leadsElsewhere(Path link) {
        try {
            Path target = link.toRealPath();
            Path parent = link.resolveSibling("").toRealPath();
            return !target.startsWith(root.toRealPath()) && !parent.startsWith(target);
        } catch (IOException e) {
            return false;
        }
    }
}
