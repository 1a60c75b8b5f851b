package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Tells when files of a {@link Source.Files} change, as soon as they do: there is no timer that waits for more. Whoever consumes
 * changes calls {@link #awaitChange} when it is free, and gets all that has come since.
 *
 * <p>Watched are the folder, its sub-folders, the folder around it, and the folders behind symbolic links; so what kubelet does to
 * a mounted ConfigMap is seen. As a safety net, for file systems that tell nothing and links to links, everything counts as touched
 * every few seconds.
 *
 * <p>Open it before the first reading, so that nothing falls between. {@link #close} may be called by any thread, the rest by one
 * at a time.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Duration SAFETY_NET = Duration.ofSeconds(10);
    private static final int KEYS_AT_ONCE = 1000;

    private final Path root;
    private final Path absoluteRoot;
    private final long safetyNetNanos;
    private final WatchService service;
    private final Map<WatchKey, Set<Watched>> watched = new HashMap<>();
    private Optional<Complaint> complaint = Optional.empty();
    private long safetyNetAt;

    /**
     * Starts watching.
     *
     * @throws UncheckedIOException if the system offers no watching at all
     */
    public FolderWatch(Source.Files source) {
        this(source, SAFETY_NET);
    }

    FolderWatch(Source.Files source, Duration safetyNet) {
        root = source.root();
        absoluteRoot = root.toAbsolutePath().normalize();
        safetyNetNanos = safetyNet.toNanos();
        try {
            service = root.getFileSystem().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException("files cannot be watched: " + e.getMessage(), e);
        }
        watchEverything();
    }

    /** Why a watched folder's events concern us. */
    private sealed interface Watched {
        /** It is shown under this path, and so is what is in it. */
        record Folder(Path shown) implements Watched {}

        /** A file in it is shown under a path elsewhere. */
        record Target(String name, Path shown) implements Watched {}
    }

    /**
     * Waits until something changes.
     *
     * @return files and folders in which something may have changed, for {@link FolderReader#read(java.util.Collection)}; empty
     *     after {@link #close}
     */
    public SortedSet<Path> awaitChange() throws InterruptedException {
        TreeSet<Path> touched = new TreeSet<>();
        try {
            while (touched.isEmpty()) {
                WatchKey key = service.poll(safetyNetAt - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    touchEverything(touched);
                }
                for (int i = 0; key != null; i++) {
                    take(key, touched);
                    key = i < KEYS_AT_ONCE ? service.poll() : null;
                }
            }
        } catch (ClosedWatchServiceException e) {
            return Collections.emptySortedSet();
        }
        return touched;
    }

    /** What keeps changes from being seen at once, if anything does. */
    public Optional<Complaint> complaint() {
        return complaint;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(WatchKey key, Set<Path> touched) {
        List<Watched> meanings = List.copyOf(watched.getOrDefault(key, Set.of()));
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                meanings.forEach(meaning -> take(event.kind(), name.toString(), meaning, touched));
            } else {
                touchEverything(touched); // too many events to tell them one by one
            }
        }
        if (!key.reset()) {
            watched.remove(key);
        }
    }

    private void take(WatchEvent.Kind<?> kind, String name, Watched meaning, Set<Path> touched) {
        switch (meaning) {
            case Watched.Target(String target, Path shown)
            when name.equals(target) -> {
                watchBelow(shown);
                touched.add(shown);
            }
            case Watched.Target target -> {}
            case Watched.Folder(Path folder)
            when isSwapped(name) -> {
                watchBelow(folder);
                touched.add(folder);
            }
            case Watched.Folder(Path folder) when FileNames.isHidden(name) -> {}
            case Watched.Folder(Path folder) -> {
                Path path = folder.resolve(name);
                if (kind.equals(StandardWatchEventKinds.ENTRY_CREATE)) {
                    watchBelow(path);
                }
                if (FileNames.isManifest(name) || isOrWasFolder(path)) {
                    touched.add(path);
                }
            }
        }
    }

    /** Kubelet's {@code ..data}: files that look untouched are others now. */
    private static boolean isSwapped(String name) {
        return name.startsWith("..");
    }

    private boolean isOrWasFolder(Path path) {
        Watched.Folder folder = new Watched.Folder(path);
        return Files.isDirectory(path) || watched.values().stream().anyMatch(meanings -> meanings.contains(folder));
    }

    private void touchEverything(Set<Path> touched) {
        watchEverything();
        touched.add(root);
    }

    private void watchEverything() {
        complaint = Optional.empty();
        safetyNetAt = System.nanoTime() + safetyNetNanos;
        Set<WatchKey> before = new HashSet<>(watched.keySet());
        watched.clear();
        Path around = absoluteRoot.getParent();
        if (around != null) {
            watch(around, new Watched.Target(String.valueOf(absoluteRoot.getFileName()), root));
        }
        watchBelow(root);
        before.removeAll(watched.keySet());
        before.forEach(WatchKey::cancel);
    }

    private void watchBelow(Path path) {
        new FolderWalk(root, new Watcher()).below(path);
    }

    private final class Watcher implements FolderWalk.Visitor {
        @Override
        public void folder(Path folder) {
            watch(folder, new Watched.Folder(folder));
        }

        @Override
        public void manifest(Path file, BasicFileAttributes attributes) {
            if (Files.isSymbolicLink(file)) {
                watchBehind(file);
            }
        }

        @Override
        public void unreadable(Path folder, String reason) {
            complain(folder, reason);
        }
    }

    private void watchBehind(Path link) {
        try {
            Path target = link.toRealPath();
            watch(target.resolveSibling(""), new Watched.Target(String.valueOf(target.getFileName()), link));
        } catch (IOException e) {
            // the link leads nowhere at the moment; a new one is an event of its folder
        }
    }

    private void watch(Path folder, Watched meaning) {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            watched.computeIfAbsent(key, k -> new HashSet<>()).add(meaning);
        } catch (NoSuchFileException | NotDirectoryException e) {
            // gone already, which is an event of the folder around it
        } catch (IOException e) {
            complain(folder, IoReasons.of(e));
        }
    }

    private void complain(Path folder, String reason) {
        complaint = Optional.of(new Complaint(
                "folder-not-watched",
                Severity.WARNING,
                Location.startOf(folder.toString()),
                Optional.empty(),
                "the folder cannot be watched: " + reason
                        + "; changes in it are seen some seconds later (mind fs.inotify.max_user_watches)"));
    }
}
