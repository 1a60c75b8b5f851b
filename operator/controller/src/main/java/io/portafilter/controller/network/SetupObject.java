package io.portafilter.controller.network;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.portafilter.crds.Definition;
import java.util.LinkedHashMap;
import java.util.Map;

/** A NetworkSetup as the client has it: trees, which our own reader makes records of. */
@Group(Definition.GROUP)
@Version(Definition.VERSION)
@Kind(Definition.KIND)
public final class SetupObject extends CustomResource<Map<String, Object>, Map<String, Object>> {
    private static final long serialVersionUID = 1;

    @Override
    protected Map<String, Object> initSpec() {
        return new LinkedHashMap<>();
    }

    @Override
    protected Map<String, Object> initStatus() {
        return new LinkedHashMap<>();
    }
}
