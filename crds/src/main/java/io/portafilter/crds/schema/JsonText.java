package io.portafilter.crds.schema;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Trees as JSON, always the same bytes for the same tree. */
public final class JsonText {
    private static final int WIDE = 1 << 30;

    private JsonText() {}

    /** The text of a tree, in one line. */
    public static String of(Object tree) {
        DumpSettings json = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.FLOW)
                .setDefaultScalarStyle(ScalarStyle.JSON_SCALAR_STYLE)
                .setDereferenceAliases(true)
                .setWidth(WIDE)
                .setSplitLines(false)
                .build();
        return new Dump(json).dumpToString(tree);
    }
}
