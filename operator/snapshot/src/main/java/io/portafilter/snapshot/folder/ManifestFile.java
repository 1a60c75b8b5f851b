package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file as it was read last.
 *
 * @param name as complaints call it
 * @param manifests its documents by their texts: what need not be parsed again
 * @param definitions the objects that it defines, and then those that it keeps
 * @param kept the objects that it does not define any more, and keeps because something of it is broken
 * @param complaints what is wrong with it
 */
record ManifestFile(
        String name,
        Map<String, Manifest> manifests,
        List<Definition> definitions,
        List<Definition> kept,
        List<Complaint> complaints) {
    private static final int NAMED_OBJECTS = 5;

    /** A file of which nothing is known yet. */
    static ManifestFile unknown(String name) {
        return new ManifestFile(name, Map.of(), List.of(), List.of(), List.of());
    }

    /** A file that was broken when we last looked, in another life. */
    static ManifestFile remembered(String name, List<Definition> kept) {
        return new ManifestFile(name, Map.of(), kept, kept, List.of());
    }

    /**
     * The file after it was read and found to hold these documents.
     *
     * @param parsed the manifests of those that it did not hold before, by their texts
     */
    ManifestFile with(List<Chunk> chunks, Map<String, Manifest> parsed) {
        Map<String, Manifest> next = new HashMap<>();
        List<Definition> good = new ArrayList<>();
        List<Complaint> problems = new ArrayList<>();
        Set<String> ignored = new HashSet<>();
        boolean broken = false;
        for (Chunk chunk : chunks) {
            Manifest manifest = manifest(chunk.text(), parsed);
            next.put(chunk.text(), manifest);
            broken |= manifest.broken();
            good.addAll(manifest.definitions(name, chunk));
            for (Problem problem : manifest.problems()) {
                if (problem.severity() != Severity.INFO || ignored.add(problem.message())) {
                    problems.add(problem.in(name, chunk.line()));
                }
            }
        }
        return broken
                ? keeping(next, good, problems)
                : new ManifestFile(name, next, List.copyOf(good), List.of(), List.copyOf(problems));
    }

    private Manifest manifest(String text, Map<String, Manifest> parsed) {
        Manifest known = manifests.get(text);
        return known == null ? Objects.requireNonNull(parsed.get(text)) : known;
    }

    /** The file after it could not be read: all that it defined stays. */
    ManifestFile unreadable(FileText.Unreadable why) {
        Complaint complaint =
                new Complaint(why.id(), Severity.ERROR, Location.startOf(name), Optional.empty(), why.reason());
        return keeping(Map.of(), List.of(), List.of(complaint));
    }

    private ManifestFile keeping(Map<String, Manifest> next, List<Definition> good, List<Complaint> problems) {
        Set<Ref> refs = good.stream().map(Definition::ref).collect(Collectors.toCollection(HashSet::new));
        List<Definition> stay = definitions.stream()
                .filter(definition -> refs.add(definition.ref()))
                .toList();
        List<Definition> all = new ArrayList<>(good);
        all.addAll(stay);
        List<Complaint> complaints = new ArrayList<>(problems);
        if (!stay.isEmpty()) {
            complaints.add(complainAbout(stay, problems));
        }
        return new ManifestFile(name, next, List.copyOf(all), stay, List.copyOf(complaints));
    }

    private Complaint complainAbout(List<Definition> stay, List<Complaint> problems) {
        Location at = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Complaint::location)
                .findFirst()
                .orElse(Location.startOf(name));
        String named = stay.stream()
                .limit(NAMED_OBJECTS)
                .map(definition -> definition.ref().toString())
                .collect(Collectors.joining(", "));
        String more = stay.size() > NAMED_OBJECTS ? " and " + (stay.size() - NAMED_OBJECTS) + " more" : "";
        return new Complaint(
                "last-good-kept",
                Severity.WARNING,
                at,
                Optional.empty(),
                "until this file is good again it keeps what it defined before and does not define now: " + named
                        + more);
    }
}
