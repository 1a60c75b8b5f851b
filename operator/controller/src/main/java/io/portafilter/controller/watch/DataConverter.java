package io.portafilter.controller.watch;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.SecretBytes;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reduces what only holds data. */
final class DataConverter {
    private static final String DEFAULT_TYPE = "Opaque";

    private DataConverter() {}

    static ConfigMap convert(io.fabric8.kubernetes.api.model.ConfigMap map) {
        SortedMap<String, String> data = new TreeMap<>();
        if (map.getData() != null) {
            map.getData().forEach((key, value) -> data.put(key, MetaConverter.text(value)));
        }
        return new ConfigMap(MetaConverter.convert(map.getMetadata()), data);
    }

    static Secret convert(io.fabric8.kubernetes.api.model.Secret secret) {
        Meta meta = MetaConverter.convert(secret.getMetadata());
        SortedMap<String, SecretBytes> data = new TreeMap<>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) ->
                            data.put(key, SecretBytes.of(Base64.getDecoder().decode(MetaConverter.text(value)))));
        }
        return new Secret(meta, MetaConverter.some(secret.getType()).orElse(DEFAULT_TYPE), data);
    }
}
