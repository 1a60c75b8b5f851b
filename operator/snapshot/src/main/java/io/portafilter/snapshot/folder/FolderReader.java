package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ref;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads manifests as a cluster: each reading tells what changed since the one before. Of a folder, the files {@code *.yaml},
 * {@code *.yml} and {@code *.json} count, hidden ones apart; only those that changed are read again, and of them only the documents
 * that changed are parsed again, on several threads.
 *
 * <p>An object whose manifest cannot be read stays as it was, and so does everything else that its file defined and does not
 * define any more: a half-written file takes nothing away. That holds for a file that cannot be read at all or was emptied, and for
 * all files when the folder itself is gone; deleting a file deletes its objects. With a state folder it holds across restarts.
 *
 * <p>Safe for use by several threads.
 */
public final class FolderReader {
    private final Source source;
    private final KeptObjects keptObjects;
    private final Optional<FolderScan> scan;
    private final Map<String, ManifestFile> files = new HashMap<>();
    private final Map<String, List<Complaint>> complaints = new HashMap<>(); // of files that have some
    private final Definitions definitions = new Definitions();
    private boolean first = true;

    /**
     * A reader that has read nothing yet.
     *
     * @param source where manifests come from
     * @param state where last good objects survive a restart; empty: they do not
     */
    public FolderReader(Source source, Optional<StateFolder> state) {
        this.source = source;
        this.keptObjects = new KeptObjects(source, state);
        this.scan = switch (source) {
            case Source.Files folder -> Optional.of(new FolderScan(folder.root()));
            case Source.Stream stream -> Optional.empty();
        };
    }

    /** Looks at everything. */
    public Reading read() {
        return switch (source) {
            case Source.Files folder -> read(Set.of(folder.root()));
            case Source.Stream stream -> read(Set.of());
        };
    }

    /**
     * Looks only at some files and folders, with what is below them; the first reading looks at everything.
     *
     * @param touched as {@link FolderWatch#awaitChange} gives them
     */
    public synchronized Reading read(Collection<Path> touched) {
        take(
                switch (source) {
                    case Source.Files folder -> folderTexts(first ? Set.of(folder.root()) : touched);
                    case Source.Stream stream -> first ? List.of(streamText(stream)) : List.of();
                });
        if (first && folderComplaints().findAny().isEmpty()) {
            keptObjects.forgetAllBut(files.keySet());
        }
        first = false;
        List<Complaint> all = Stream.of(
                        complaints.values().stream().flatMap(List::stream),
                        definitions.complaints(),
                        folderComplaints(),
                        keptObjects.complaints())
                .flatMap(Function.identity())
                .sorted()
                .toList();
        return new Reading(definitions.changes(), all, files.size(), definitions.size());
    }

    /** Where an object was defined when last read. */
    public synchronized Optional<Location> location(Ref object) {
        return definitions.get(object).map(Definition::location);
    }

    private List<NamedText> folderTexts(Collection<Path> touched) {
        return scan.map(folder -> folder.changed(touched)).orElse(List.of());
    }

    private static NamedText streamText(Source.Stream stream) {
        try {
            return new NamedText(stream.name(), FileText.of(stream.in()));
        } catch (IOException e) {
            return new NamedText(stream.name(), FileText.Unreadable.because(e));
        }
    }

    private Stream<Complaint> folderComplaints() {
        return scan.stream().flatMap(FolderScan::complaints);
    }

    /** A file whose documents are found but not parsed. */
    private record Draft(ManifestFile before, FileText text, List<Chunk> chunks) {
        Stream<String> unknownDocuments() {
            return chunks.stream()
                    .map(Chunk::text)
                    .filter(text -> !before.manifests().containsKey(text));
        }
    }

    private void take(List<NamedText> texts) {
        List<Draft> drafts = texts.parallelStream().map(this::draft).toList();
        List<String> unknown =
                drafts.stream().flatMap(Draft::unknownDocuments).distinct().toList();
        Map<String, Manifest> parsed =
                unknown.parallelStream().collect(Collectors.toConcurrentMap(Function.identity(), ManifestReader::read));
        drafts.forEach(draft -> finish(draft, parsed));
    }

    private Draft draft(NamedText named) {
        FileText text = named.text();
        ManifestFile known = files.get(named.file());
        ManifestFile before = known == null ? keptObjects.remembered(named.file()) : known;
        return switch (text) {
            case FileText.Text(String empty)
            when empty.isEmpty() && !before.definitions().isEmpty() ->
                new Draft(before, FileText.Unreadable.becauseItIsEmpty(), List.of());
            case FileText.Text(String full) -> new Draft(before, text, Chunk.split(full));
            case FileText.Unreadable unreadable -> new Draft(before, text, List.of());
            case FileText.Gone gone -> new Draft(before, text, List.of());
        };
    }

    private void finish(Draft draft, Map<String, Manifest> parsed) {
        ManifestFile before = draft.before();
        switch (draft.text()) {
            case FileText.Text text -> replace(before, before.with(draft.chunks(), parsed));
            case FileText.Unreadable unreadable -> replace(before, before.unreadable(unreadable));
            case FileText.Gone gone -> {
                definitions.replace(before.definitions(), List.of());
                files.remove(before.name());
                complaints.remove(before.name());
                keptObjects.forget(before.name());
            }
        }
    }

    private void replace(ManifestFile before, ManifestFile now) {
        // what an unknown file remembers was never reported
        definitions.replace(files.containsKey(now.name()) ? before.definitions() : List.of(), now.definitions());
        files.put(now.name(), now);
        if (now.complaints().isEmpty()) {
            complaints.remove(now.name());
        } else {
            complaints.put(now.name(), now.complaints());
        }
        keptObjects.remember(now);
    }
}
