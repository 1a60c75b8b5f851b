package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What "last good" needs across restarts: the last valid text of each Ingress that is invalid now, and the last good documents of
 * each file that is broken now. The folder and its files are for their owner only: documents may hold Secrets. Each file is written
 * at once or not at all.
 *
 * <p>A file of it that cannot be read or written is a complaint; the rest works on. Safe for use by several threads.
 */
public final class StateFolder {
    private static final String INGRESS = "ingress-";
    private static final String FILE = "file-";
    private static final String YAML = ".yaml";

    private final OwnerOnlyFolder folder;
    private final TreeMap<Name, LastGoodIngress> ingresses = new TreeMap<>();
    private final TreeMap<String, List<KeptDocument>> documents = new TreeMap<>();
    private final TreeMap<String, Complaint> complaints = new TreeMap<>();

    private StateFolder(OwnerOnlyFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder, and makes it if need be.
     *
     * @throws IOException if there is no such folder and none can be made, or it cannot be closed to others
     */
    public static StateFolder open(Path path) throws IOException {
        StateFolder state = new StateFolder(OwnerOnlyFolder.open(path));
        for (String name : state.folder.names("*" + YAML)) {
            state.load(name);
        }
        return state;
    }

    /** The last valid texts of Ingresses that were invalid when last heard of, sorted by name. */
    public synchronized List<LastGoodIngress> lastGoodIngresses() {
        return List.copyOf(ingresses.values());
    }

    /** Keeps the last valid text of an Ingress; it replaces the one that was kept before. */
    public synchronized void keep(LastGoodIngress lastGood) {
        Name name = lastGood.meta().name();
        if (!lastGood.equals(ingresses.put(name, lastGood))) {
            write(INGRESS + hash(name.toString()) + YAML, StateYaml.write(lastGood));
        }
    }

    /** Forgets the last valid text of an Ingress; nothing happens if there is none. */
    public synchronized void forget(Name ingress) {
        if (ingresses.remove(ingress) != null) {
            delete(INGRESS + hash(ingress.toString()) + YAML);
        }
    }

    /** What of this folder is damaged or cannot be written at the moment. */
    public synchronized List<Complaint> complaints() {
        return List.copyOf(complaints.values());
    }

    /** The documents that this file keeps. */
    synchronized List<KeptDocument> documents(String file) {
        return documents.getOrDefault(file, List.of());
    }

    /** Keeps documents for a file; none: forgets it. */
    synchronized void keepDocuments(String file, List<KeptDocument> kept) {
        if (kept.equals(documents(file))) {
            return;
        }
        String name = FILE + hash(file) + YAML;
        if (kept.isEmpty()) {
            documents.remove(file);
            delete(name);
        } else {
            documents.put(file, List.copyOf(kept));
            write(name, StateYaml.write(file, kept));
        }
    }

    /** Forgets the documents of all other files. */
    synchronized void forgetDocumentsExcept(Set<String> files) {
        List.copyOf(documents.keySet()).stream()
                .filter(file -> !files.contains(file))
                .forEach(file -> keepDocuments(file, List.of()));
    }

    private void load(String name) {
        switch (FileText.of(folder.path(name))) {
            case FileText.Text(String text) -> {
                try {
                    if (name.startsWith(INGRESS)) {
                        Ingress ingress = StateYaml.readIngress(text);
                        ingresses.put(ingress.meta().name(), new LastGoodIngress(ingress));
                    } else if (name.startsWith(FILE)) {
                        StateYaml.File file = StateYaml.readFile(text);
                        documents.put(file.file(), file.documents());
                    }
                } catch (BrokenYaml e) {
                    complain(name, "state-damaged", "it is damaged: " + e.getMessage() + "; delete it");
                }
            }
            case FileText.Unreadable unreadable -> complain(name, "state-damaged", unreadable.reason());
            case FileText.Gone gone -> {}
        }
    }

    private void write(String name, String text) {
        try {
            folder.write(name, text);
            complaints.remove(name);
        } catch (IOException e) {
            complainAboutWriting(name, e);
        }
    }

    private void delete(String name) {
        try {
            folder.delete(name);
            complaints.remove(name);
        } catch (IOException e) {
            complainAboutWriting(name, e);
        }
    }

    private void complainAboutWriting(String name, IOException e) {
        complain(
                name,
                "state-not-written",
                "it cannot be written: " + IoReasons.of(e)
                        + "; make room or access, or a restart now forgets what it is for");
    }

    private void complain(String name, String id, String message) {
        Location location = Location.startOf(folder.path(name).toString());
        complaints.put(name, new Complaint(id, Severity.WARNING, location, Optional.empty(), message));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
