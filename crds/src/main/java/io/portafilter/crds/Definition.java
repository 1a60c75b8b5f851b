package io.portafilter.crds;

import io.portafilter.crds.rule.SetupRule;
import io.portafilter.crds.rule.SetupRules;
import io.portafilter.crds.schema.SchemaWriter;
import io.portafilter.crds.schema.YamlText;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CustomResourceDefinition as text. */
public final class Definition {
    /** The API group. */
    public static final String GROUP = "portafilter.io";

    /** The only version. */
    public static final String VERSION = "v1alpha1";

    /** The kind. */
    public static final String KIND = "NetworkSetup";

    private Definition() {}

    /** The file that is committed in {@code crds/} and shipped with the chart. */
    public static String yaml() {
        return "# Made from the records in crds/; change those, then run DefinitionTest with -Dgolden.update=true.\n"
                + YamlText.of(tree());
    }

    private static Map<String, Object> tree() {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("name", VERSION);
        version.put("served", true);
        version.put("storage", true);
        version.put("additionalPrinterColumns", columns());
        version.put("schema", Map.of("openAPIV3Schema", schema()));
        version.put("subresources", Map.of("status", Map.of()));
        return ordered(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                Map.of("name", "networksetups." + GROUP),
                "spec",
                ordered(
                        "group",
                        GROUP,
                        "names",
                        ordered(
                                "kind",
                                KIND,
                                "listKind",
                                KIND + "List",
                                "plural",
                                "networksetups",
                                "singular",
                                "networksetup",
                                "shortNames",
                                List.of("netsetup")),
                        "scope",
                        "Cluster",
                        "versions",
                        List.of(version)));
    }

    private static Map<String, Object> schema() {
        Map<String, Object> properties = ordered(
                "apiVersion",
                        ordered("type", "string", "description", "Version of the API: " + GROUP + "/" + VERSION + "."),
                "kind", ordered("type", "string", "description", "Kind of the object: " + KIND + "."),
                "metadata", Map.of("type", "object"),
                "spec", SchemaWriter.of(NetworkSetupSpec.class, "How the cluster's network is to be."),
                "status", SchemaWriter.of(NetworkSetupStatus.class, "How it is."));
        Map<String, Object> schema = ordered(
                "type",
                "object",
                "description",
                "A cluster's network in one place: what it is, where its parts disagree, what would be changed.",
                "properties",
                properties,
                "required",
                List.of("spec"));
        SetupRules.all().forEach(rule -> add(schema, rule));
        return schema;
    }

    /** Puts a rule to the schema that its path leads to. */
    private static void add(Map<String, Object> root, SetupRule rule) {
        Map<String, Object> schema = root;
        for (String step : rule.path().isEmpty() ? new String[0] : rule.path().split("\\.")) {
            schema = child(schema, step, rule.id());
        }
        Object rules = schema.computeIfAbsent("x-kubernetes-validations", key -> new ArrayList<>());
        list(rules).add(ordered("rule", rule.cel(), "message", rule.id() + ": " + rule.message()));
    }

    @SuppressWarnings("unchecked") // we made the tree ourselves
    private static Map<String, Object> child(Map<String, Object> schema, String step, String id) {
        Object child = step.equals("*")
                ? schema.get("items")
                : ((Map<String, Object>) schema.getOrDefault("properties", Map.of())).get(step);
        if (child == null) {
            throw new IllegalStateException("the path of rule " + id + " leads nowhere at " + step);
        }
        return (Map<String, Object>) child;
    }

    @SuppressWarnings("unchecked") // likewise
    private static List<Object> list(Object rules) {
        return (List<Object>) rules;
    }

    private static List<Object> columns() {
        return List.of(
                column("Mode", "string", ".spec.mode", "What may be changed"),
                column("Pods", "string", ".spec.pods.cidrs", "The ranges of pods"),
                column("Services", "string", ".spec.services.cidrs", "The ranges of Services"),
                column("Domain", "string", ".spec.dns.clusterDomain", "The domain of Services"),
                column("Network", "string", ".spec.cni.provider", "What connects pods"),
                column("Errors", "integer", ".status.errors", "Conflicts that break something"),
                column("Changes", "integer", ".status.plan.count", "What the plan would change"),
                column("Age", "date", ".metadata.creationTimestamp", "Since when it is there"));
    }

    private static Map<String, Object> column(String name, String type, String path, String description) {
        return ordered("name", name, "type", type, "jsonPath", path, "description", description + ".");
    }

    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
