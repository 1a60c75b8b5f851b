package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of metadata: one without items says {@code null}, where any other list says {@code []}. */
final class SecretMetadataList extends SecretList {
    private static final long serialVersionUID = 1;

    @Override
    public void setItems(@Nullable List<Secret> items) {
        super.setItems(items == null ? List.of() : items);
    }
}
