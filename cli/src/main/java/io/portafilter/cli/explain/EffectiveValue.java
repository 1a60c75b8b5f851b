package io.portafilter.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.portafilter.contract.Json;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One value that applies to a route, and who decided it.
 *
 * @param name policy and value, for example {@code ssl-redirect.code}
 * @param value as text
 * @param origin as text: object and field, ConfigMap key, flag, or {@code default}
 */
record EffectiveValue(String name, String value, String origin) {
    /** All values of these policies, taken from their JSON: so a new policy appears here by itself. */
    static List<EffectiveValue> of(Policies policies) {
        List<EffectiveValue> values = new ArrayList<>();
        for (JsonNode policy : Json.read(Json.write(policies), JsonNode.class)) {
            String kind = policy.path("policy").asText();
            policy.properties().forEach(member -> {
                if (member.getValue().has("origin")) {
                    values.add(new EffectiveValue(
                            kind + "." + kebab(member.getKey()),
                            text(member.getValue().path("value")),
                            member.getValue().path("origin").asText()));
                }
            });
        }
        return values;
    }

    /** Whether nobody said anything. */
    boolean isDefault() {
        return origin.equals(new Origin.Default().toString());
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : value.asText();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
