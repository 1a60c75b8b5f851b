package io.portafilter.network.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Texts of YAML or JSON, as {@code kubectl get -o yaml} prints them, as objects. */
public final class TreeReader {
    private static final String LIST = "List";

    private final List<ClusterObject> objects = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private TreeReader() {}

    /**
     * What a text holds.
     *
     * @param objects in their order
     * @param problems sentences that name the file
     */
    public record Read(List<ClusterObject> objects, List<String> problems) {
        /** Copies the lists. */
        public Read {
            objects = List.copyOf(objects);
            problems = List.copyOf(problems);
        }
    }

    /** Reads a file's text; never throws. */
    public static Read read(String file, String text) {
        TreeReader reader = new TreeReader();
        try {
            for (Object document : new Load(settings(file)).loadAllFromString(text)) {
                if (document != null) {
                    reader.document(file, new Tree(document), "");
                }
            }
        } catch (YamlEngineException e) {
            reader.problems.add(file + ": it is no YAML: " + firstLine(e) + "; export it again");
        } catch (StackOverflowError e) {
            // the library nests as deep as the text does, and no export of a cluster does that
            reader.problems.add(file + ": it nests too deep to be an export; remove it");
        }
        return new Read(reader.objects, reader.problems);
    }

    /** A single value, such as a file inside a ConfigMap; nothing where it is no YAML. */
    public static Optional<Tree> value(String text) {
        try {
            return Optional.ofNullable(new Load(settings("")).loadFromString(text))
                    .map(Tree::new);
        } catch (YamlEngineException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static LoadSettings settings(String file) {
        return LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setAllowDuplicateKeys(true)
                .build();
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void document(String file, Tree tree, String listKind) {
        String kind = tree.text("kind").orElse(listKind);
        if (kind.endsWith(LIST) && tree.has("items")) {
            tree.items("items").forEach(item -> document(file, item, kind.substring(0, kind.length() - LIST.length())));
            return;
        }
        Optional<ClusterObject> object = ClusterObject.of(tree, kind);
        if (object.isPresent()) {
            objects.add(object.get());
        } else if (!kind.equals(LIST)) {
            problems.add(file + ": something in it has no kind or no metadata.name; export whole objects with -o yaml");
        }
    }
}
