package io.portafilter.crds.schema;

import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** Texts that an older parser, such as kubectl's, would take for something else are written in quotes: {@code on}, {@code 010}. */
final class AnyParser implements Schema {
    private static final Pattern ODD = Pattern.compile(
            "(?i)y|yes|n|no|on|off|true|false|null|~|<<|=|[-+]?\\.inf|\\.nan|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-f_]+"
                    + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?(e[-+]?[0-9]+)?|[-+]?\\.[0-9_]+(e[-+]?[0-9]+)?");

    private final JsonSchema json = new JsonSchema();

    @Override
    public ScalarResolver getScalarResolver() {
        ScalarResolver resolver = json.getScalarResolver();
        return (text, implicit) -> {
            Tag tag = resolver.resolve(text, implicit);
            return implicit && tag.equals(Tag.STR) && ODD.matcher(text).matches() ? Tag.NULL : tag;
        };
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return json.getSchemaTagConstructors();
    }
}
