package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.LastGoodIngress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** The YAML of the state folder: an Ingress as its manifest, the documents of a broken file as a list of texts. */
final class StateYaml {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED) // texts such as "on" are booleans where they stand bare
            .setSplitLines(false)
            .build();

    private StateYaml() {}

    /** What is kept for a file. */
    record File(String file, List<KeptDocument> documents) {}

    static String write(LastGoodIngress lastGood) {
        return new Dump(SETTINGS).dumpToString(IngressWriter.manifest(lastGood.ingress()));
    }

    static Ingress readIngress(String text) throws BrokenYaml {
        Manifest manifest = ManifestReader.read(text);
        if (manifest.objects().size() == 1 && manifest.objects().getFirst().object() instanceof Ingress ingress) {
            return ingress;
        }
        throw broken(manifest.problems().stream().map(Problem::message).findFirst());
    }

    static String write(String file, List<KeptDocument> documents) {
        List<Map<String, Object>> list = documents.stream()
                .map(document -> Map.<String, Object>of(
                        "line", document.line(), "objects", document.objects(), "text", document.text()))
                .toList();
        return new Dump(SETTINGS).dumpToString(Map.of("file", file, "documents", list));
    }

    static File readFile(String text) throws BrokenYaml {
        List<Yaml> all = YamlReader.read(text);
        if (all.size() != 1 || !(all.getFirst() instanceof Yaml.Mapping mapping)) {
            throw broken(Optional.empty());
        }
        ObjectProblems problems = new ObjectProblems("state");
        Fields fields = Fields.of(mapping, problems);
        String file = fields.requiredText("file", "it names the file");
        List<KeptDocument> documents = fields.objects(
                "documents",
                document -> Optional.of(new KeptDocument(
                        document.number("line", 0, FileText.MAX_BYTES).orElse(0),
                        document.texts("objects"),
                        document.requiredText("text", "it is the document"))));
        if (!problems.none()) {
            throw broken(problems.found().stream().map(Problem::message).findFirst());
        }
        return new File(file, documents);
    }

    private static BrokenYaml broken(Optional<String> reason) {
        return new BrokenYaml(0, 0, reason.orElse("it does not hold what its name says"));
    }
}
