package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ref;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects that broken files keep, written down where a state folder is given. */
final class KeptObjects {
    private final Source source;
    private final Optional<StateFolder> state;

    KeptObjects(Source source, Optional<StateFolder> state) {
        this.source = source;
        this.state = state;
    }

    /** A file that this reader has not met before, with what it kept in an earlier life. */
    ManifestFile remembered(String file) {
        List<Definition> kept = new ArrayList<>();
        for (KeptDocument document : state.map(s -> s.documents(key(file))).orElse(List.of())) {
            Set<String> objects = Set.copyOf(document.objects());
            ManifestReader.read(document.text()).definitions(file, new Chunk(document.text(), document.line())).stream()
                    .filter(definition -> objects.contains(definition.ref().toString()))
                    .forEach(kept::add);
        }
        return ManifestFile.remembered(file, kept);
    }

    /** Writes down what this file keeps, if anything. */
    void remember(ManifestFile file) {
        state.ifPresent(folder -> folder.keepDocuments(key(file.name()), documents(file.kept())));
    }

    void forget(String file) {
        state.ifPresent(folder -> folder.keepDocuments(key(file), List.of()));
    }

    /** Forgets all other files: they went while nobody looked. */
    void forgetAllBut(Collection<String> files) {
        state.ifPresent(folder ->
                folder.forgetDocumentsExcept(files.stream().map(this::key).collect(Collectors.toSet())));
    }

    Stream<Complaint> complaints() {
        return state.stream().flatMap(folder -> folder.complaints().stream());
    }

    private static List<KeptDocument> documents(List<Definition> kept) {
        Map<Chunk, List<String>> objects = new LinkedHashMap<>();
        for (Definition definition : kept) {
            Ref ref = definition.ref();
            objects.computeIfAbsent(definition.document(), chunk -> new ArrayList<>())
                    .add(ref.toString());
        }
        return objects.entrySet().stream()
                .map(entry -> new KeptDocument(
                        entry.getKey().line(), entry.getValue(), entry.getKey().text()))
                .toList();
    }

    /** A name that stays the same when the folder is called otherwise, as {@code ./shop} for {@code shop}. */
    private String key(String file) {
        return switch (source) {
            case Source.Stream stream -> file;
            case Source.Files(Path root) -> {
                String below = root.relativize(Path.of(file)).toString();
                yield below.isEmpty() ? String.valueOf(root.getFileName()) : below;
            }
        };
    }
}
