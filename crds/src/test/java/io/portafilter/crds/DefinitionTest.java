package io.portafilter.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.schema.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the tree is what the records say. */
class DefinitionTest {
    private static final Path ROOT = Path.of(System.getProperty("project.dir", ".."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crds/networksetups.portafilter.io.yaml",
                "helm/portafilter/crds/networksetups.portafilter.io.yaml"
            })
    void generatingAgainChangesNothing(String file) throws IOException {
        Path path = ROOT.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, Definition.yaml());
        }
        assertThat(path).hasContent(Definition.yaml());
    }

    @Test
    void everyFieldHasADescriptionAndEveryListAndTextALimit() {
        List<String> bare = new ArrayList<>();
        walk("", schema(), bare);
        assertThat(bare).isEmpty();
    }

    private static void walk(String path, Map<?, ?> schema, List<String> bare) {
        boolean metadata = path.equals(".metadata");
        boolean item = path.endsWith("[]");
        if (!metadata && !item && !schema.containsKey("description")) {
            bare.add(path + " has no description");
        }
        String type = Trees.text(schema, "type");
        boolean text = type.equals("string") && !schema.containsKey("enum") && !path.matches("\\.(apiVersion|kind)");
        if (text && !schema.containsKey("maxLength")) {
            bare.add(path + " may be of any length");
        }
        if (type.equals("array") && !schema.containsKey("maxItems")) {
            bare.add(path + " may have any number of items");
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            walk(path + "[]", items, bare);
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, child) -> walk(path + "." + name, (Map<?, ?>) child, bare));
        }
    }

    private static Map<?, ?> schema() {
        return Trees.map(Trees.load(Definition.yaml()), "spec", "versions", 0, "schema", "openAPIV3Schema");
    }
}
