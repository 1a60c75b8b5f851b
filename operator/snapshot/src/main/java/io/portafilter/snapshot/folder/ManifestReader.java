package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Namespace;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the objects of one document: one, or those of a list. */
final class ManifestReader {
    private static final String LIST = "List";

    /** API groups whose Ingress, Service and so on are Kubernetes' own, now or formerly; other groups have other kinds. */
    private static final Set<String> OWN_GROUPS = Set.of("", "extensions", "networking.k8s.io", "discovery.k8s.io");

    private final List<Manifest.Found> objects = new ArrayList<>(1);
    private final List<Problem> problems = new ArrayList<>(0);
    private boolean broken;

    private ManifestReader() {}

    /** Reads the text of a document. */
    static Manifest read(String text) {
        try {
            ManifestReader reader = new ManifestReader();
            for (Yaml document : YamlReader.read(text)) {
                if (!document.isNull()) {
                    reader.object(document, "");
                }
            }
            return new Manifest(reader.objects, reader.problems, reader.broken);
        } catch (BrokenYaml e) {
            return Manifest.unreadable(e);
        }
    }

    /** Reads an object; its kind is the list's if it does not say. */
    private void object(Yaml yaml, String listKind) {
        if (!(yaml instanceof Yaml.Mapping mapping)) {
            error(
                    "object-expected",
                    yaml,
                    "here stands " + yaml.describe() + "; write a Kubernetes object: apiVersion, kind, metadata");
            return;
        }
        Optional<String> kind =
                text(mapping, "kind").or(() -> Optional.of(listKind).filter(k -> !k.isEmpty()));
        if (kind.isEmpty()) {
            error("kind-missing", yaml, "the object has no kind; write one, as kind: Ingress");
        } else if (kind.get().endsWith(LIST) && mapping.entries().get("items") instanceof Yaml.Sequence items) {
            String itemKind = kind.get().substring(0, kind.get().length() - LIST.length());
            items.items().forEach(item -> object(item, itemKind));
        } else {
            ofKind(mapping, kind.get(), text(mapping, "apiVersion").or(() -> defaultVersion(listKind)));
        }
    }

    private void ofKind(Yaml.Mapping mapping, String label, Optional<String> apiVersion) {
        Optional<Kind> kind = ApiVersions.kind(label);
        boolean ours = kind.isPresent()
                && apiVersion
                        .map(version -> OWN_GROUPS.contains(group(version)))
                        .orElse(true);
        if (!ours) {
            problems.add(new Problem(
                    "kind-ignored",
                    Severity.INFO,
                    mapping.line(),
                    mapping.column(),
                    Optional.empty(),
                    label + apiVersion.map(version -> " (" + version + ")").orElse("")
                            + " is no kind that routing needs; objects of it are ignored"));
            return;
        }
        String expected = ApiVersions.of(kind.get());
        if (!apiVersion.equals(Optional.of(expected))) {
            Yaml at = mapping.entries().getOrDefault("apiVersion", mapping);
            error(
                    "api-version",
                    at,
                    "the apiVersion of " + label + " is "
                            + apiVersion.map(version -> "\"" + version + "\"").orElse("missing")
                            + "; only " + expected + " is read: write that, and the fields as it has them");
            return;
        }
        ObjectProblems own = new ObjectProblems(label);
        Fields fields = Fields.of(mapping, own);
        Optional<KubeObject> object = MetaReader.read(kind.get(), fields).map(meta -> read(kind.get(), meta, fields));
        if (own.none() && object.isPresent()) {
            objects.add(new Manifest.Found(object.get(), mapping.line(), mapping.column()));
        } else {
            problems.addAll(own.found());
            broken = true;
        }
    }

    private static KubeObject read(Kind kind, Meta meta, Fields fields) {
        return switch (kind) {
            case INGRESS -> IngressReader.read(meta, fields);
            case INGRESS_CLASS -> ClusterReader.ingressClass(meta, fields);
            case SERVICE -> ServiceReader.read(meta, fields);
            case ENDPOINT_SLICE -> EndpointsReader.slice(meta, fields);
            case ENDPOINTS -> EndpointsReader.endpoints(meta, fields);
            case SECRET -> DataReader.secret(meta, fields);
            case CONFIG_MAP -> DataReader.configMap(meta, fields);
            case NAMESPACE -> new Namespace(meta);
            case POD -> ClusterReader.pod(meta, fields);
            case NODE -> ClusterReader.node(meta, fields);
            case LAST_GOOD_INGRESS -> throw new IllegalStateException("no manifest has this kind");
        };
    }

    /** Items of a typed list, as an IngressList has them, need not repeat kind and version. */
    private static Optional<String> defaultVersion(String listKind) {
        return ApiVersions.kind(listKind).map(ApiVersions::of);
    }

    private void error(String id, Yaml at, String message) {
        problems.add(new Problem(id, Severity.ERROR, at.line(), at.column(), Optional.empty(), message));
        broken = true;
    }

    private static Optional<String> text(Yaml.Mapping mapping, String key) {
        return Optional.ofNullable(mapping.entries().get(key))
                .filter(Yaml.Scalar.class::isInstance)
                .map(Yaml.Scalar.class::cast)
                .map(Yaml.Scalar::text)
                .filter(text -> !text.isEmpty());
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
