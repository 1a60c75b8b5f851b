package io.portafilter.controller.lastgood;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.portafilter.controller.leader.Installation;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.folder.IngressText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a last good ConfigMap: {@code ingress.yaml} is the Ingress's manifest, which {@code kubectl apply} takes. A text that
 * would come near to the limit of a ConfigMap, 1 MiB, lies compressed in {@code ingress.yaml.gz} instead.
 *
 * @param namespace where they lie: the operator's
 * @param fullname the name of the installation, which their names begin with
 */
public record LastGoodConfigMaps(String namespace, String fullname) {
    /** Carried by all of them, with the value {@code true}. */
    public static final String LABEL = "portafilter.io/last-good";

    private static final String INGRESS = "portafilter.io/ingress";
    private static final String TEXT = "ingress.yaml";
    private static final String COMPRESSED = "ingress.yaml.gz";
    private static final int LONGEST_PLAIN = 512 << 10;
    private static final int LONGEST_COMPRESSED = 960 << 10;
    private static final int LONGEST_READ = 8 << 20;

    /** Those of an installation. */
    static LastGoodConfigMaps of(Installation installation) {
        return new LastGoodConfigMaps(installation.namespace(), installation.fullname());
    }

    /** Whether it belongs to this installation: two of them may share a namespace, and so the label. */
    public boolean owns(ConfigMap configMap) {
        return namespace.equals(configMap.getMetadata().getNamespace())
                && configMap.getMetadata().getName().startsWith(prefix());
    }

    /** For which Ingress it is; empty if it does not say. */
    public static Optional<Name> ingress(ConfigMap configMap) {
        return Optional.ofNullable(configMap.getMetadata().getAnnotations())
                .flatMap(annotations -> Optional.ofNullable(annotations.get(INGRESS)))
                .map(text -> text.split("/", -1))
                .filter(parts -> parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty())
                .map(parts -> new Name(parts[0], parts[1]));
    }

    /** Reads one; never fails. */
    public static Decoded decode(ConfigMap configMap) {
        Optional<Name> expected = ingress(configMap);
        if (expected.isEmpty()) {
            return damaged(configMap, "its annotation " + INGRESS + " does not name an Ingress");
        }
        Optional<String> text = text(configMap);
        if (text.isEmpty()) {
            return damaged(configMap, "it has neither a readable " + TEXT + " nor " + COMPRESSED);
        }
        return switch (IngressText.read(text.get())) {
            case IngressText.Damaged(String reason) -> damaged(configMap, reason);
            case IngressText.Whole(var ingress) ->
                ingress.meta().name().equals(expected.get())
                        ? new Decoded.Good(new LastGoodIngress(ingress))
                        : damaged(
                                configMap, "it holds Ingress " + ingress.meta().name() + ", and names another");
        };
    }

    /** Writes one; empty if it is too large for a ConfigMap. */
    Optional<ConfigMap> encode(LastGoodIngress lastGood) {
        Name ingress = lastGood.meta().name();
        ConfigMapBuilder builder = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name(ingress))
                .addToLabels(LABEL, "true")
                .addToLabels("app.kubernetes.io/managed-by", "portafilter")
                .addToAnnotations(INGRESS, ingress.toString())
                .endMetadata();
        byte[] text = IngressText.write(lastGood.ingress()).getBytes(StandardCharsets.UTF_8);
        if (text.length <= LONGEST_PLAIN) {
            return Optional.of(builder.addToData(TEXT, new String(text, StandardCharsets.UTF_8))
                    .build());
        }
        byte[] compressed = Gzip.compress(text);
        return compressed.length <= LONGEST_COMPRESSED && text.length <= LONGEST_READ
                ? Optional.of(
                        builder.addToBinaryData(COMPRESSED, Base64.getEncoder().encodeToString(compressed))
                                .build())
                : Optional.empty();
    }

    /** What it is called. */
    String name(Name ingress) {
        return prefix() + hash(ingress.toString());
    }

    static Name nameOf(ConfigMap configMap) {
        return new Name(
                configMap.getMetadata().getNamespace(), configMap.getMetadata().getName());
    }

    private String prefix() {
        return fullname + "-last-good-";
    }

    private static Optional<String> text(ConfigMap configMap) {
        return entry(configMap.getData(), TEXT)
                .or(() -> entry(configMap.getBinaryData(), COMPRESSED)
                        .flatMap(LastGoodConfigMaps::bytes)
                        .flatMap(bytes -> Gzip.decompress(bytes, LONGEST_READ))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Optional<String> entry(Map<String, String> entries, String key) {
        return Optional.ofNullable(entries).flatMap(some -> Optional.ofNullable(some.get(key)));
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Decoded damaged(ConfigMap configMap, String reason) {
        return new Decoded.Damaged(new Finding(
                "last-good-unreadable",
                Severity.WARNING,
                new Ref(Kind.CONFIG_MAP, nameOf(configMap)),
                "data[" + TEXT + "]",
                "this last good text cannot be used: " + reason
                        + "; it is passed over, so an operator that starts now serves nothing for its Ingress until that is valid"
                        + " again. Delete the ConfigMap, and correct the Ingress"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
