package io.portafilter.crds.schema;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Trees as YAML that every parser reads the same, always the same bytes for the same tree. */
public final class YamlText {
    private static final int WIDTH = 140;

    private YamlText() {}

    /** The text of a tree. */
    public static String of(Map<String, Object> tree) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndicatorIndent(0)
                .setSchema(new AnyParser())
                .setWidth(WIDTH)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(tree);
    }
}
