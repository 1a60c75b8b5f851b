package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Knows the files below a root, finds those that changed, and reads them. */
final class FolderScan {
    private final Path root;
    private final TreeMap<Path, Stamp> stamps = new TreeMap<>();
    private final TreeMap<Path, Complaint> complaints = new TreeMap<>();

    FolderScan(Path root) {
        this.root = root;
    }

    /** What the files that may have changed hold now, in the order of their names. */
    List<NamedText> changed(Collection<Path> touched) {
        complaints.remove(root);
        if (!Files.exists(root)) {
            complain(root, "folder-missing", "there is no such file or folder; what it defined stays until it is back");
            return List.of();
        }
        List<Path> look = new ArrayList<>();
        Collection<Path> starts = touched.contains(root) ? List.of(root) : touched;
        for (Path start : starts) {
            if (start.startsWith(root) && !FileNames.isHidden(root.relativize(start))) {
                look.addAll(changedBelow(start, touched.contains(start)));
            }
        }
        List<Path> once = look.stream().distinct().sorted().toList();
        return once.parallelStream()
                .map(file -> new NamedText(file.toString(), read(file)))
                .toList();
    }

    /** Folders that could not be listed. */
    Stream<Complaint> complaints() {
        return complaints.values().stream();
    }

    private List<Path> changedBelow(Path start, boolean distrust) {
        complaints.keySet().removeIf(folder -> folder.startsWith(start));
        Found found = new Found();
        new FolderWalk(root, found).below(start);
        List<Path> changed = new ArrayList<>();
        found.stamps.forEach((file, stamp) -> {
            Stamp before = stamps.put(file, stamp);
            boolean named = distrust && file.equals(start);
            if (named || before == null || !before.proves(stamp)) {
                changed.add(file);
            }
        });
        List<Path> gone = knownBelow(start)
                .filter(file -> !found.stamps.containsKey(file))
                .filter(file -> found.unreadable.keySet().stream().noneMatch(file::startsWith))
                .toList();
        gone.forEach(stamps::remove);
        changed.addAll(gone);
        found.unreadable.forEach((folder, reason) -> complain(
                folder, "folder-unreadable", "the folder cannot be listed: " + reason + "; what it defined stays"));
        return changed;
    }

    private Stream<Path> knownBelow(Path start) {
        if (start.equals(root)) {
            return stamps.keySet().stream();
        }
        Path behind = start.resolveSibling(start.getFileName() + "0"); // the character after the slash
        return stamps.subMap(start, behind).keySet().stream().filter(file -> file.startsWith(start));
    }

    private FileText read(Path file) {
        return stamps.containsKey(file) ? FileText.of(file) : new FileText.Gone();
    }

    private void complain(Path folder, String id, String message) {
        Location location = Location.startOf(folder.toString());
        complaints.put(folder, new Complaint(id, Severity.ERROR, location, Optional.empty(), message));
    }

    /** What a walk found. */
    private static final class Found implements FolderWalk.Visitor {
        private final TreeMap<Path, Stamp> stamps = new TreeMap<>();
        private final Map<Path, String> unreadable = new TreeMap<>();

        @Override
        public void folder(Path folder) {
            // nothing to note: a folder counts for the files in it
        }

        @Override
        public void manifest(Path file, BasicFileAttributes attributes) {
            stamps.put(file, Stamp.of(attributes));
        }

        @Override
        public void unreadable(Path folder, String reason) {
            unreadable.put(folder, reason);
        }
    }
}
