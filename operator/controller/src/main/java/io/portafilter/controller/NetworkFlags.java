package io.portafilter.controller;

import io.portafilter.controller.network.NetworkOptions;
import io.portafilter.controller.network.source.SourceOptions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Flags of our own that say what the leader does about the cluster's network. */
final class NetworkFlags {
    /** How much it may do. */
    enum Mode {
        /** Nothing: the cluster's network is not looked at. */
        OFF,
        /** Look, and write the status of the NetworkSetup. */
        OBSERVE,
        /** Carry out plans, too, as the NetworkSetup says. */
        WRITE
    }

    @Option(
            names = "--network-setup",
            paramLabel = "off|observe|write",
            description =
                    "What the leader does with the NetworkSetup: nothing; compare it with the cluster and write its status;"
                            + " carry out its plans, too; default: off")
    private Mode mode = Mode.OFF;

    @Option(
            names = "--network-config-map",
            paramLabel = "NAME[,NAME]",
            split = ",",
            converter = ObjectName.class,
            description = "Further ConfigMaps of the cluster's DNS or network, beside those that distributions have")
    private List<String> configMaps = List.of();

    @Option(
            names = "--network-namespace",
            paramLabel = "NAME[,NAME]",
            split = ",",
            converter = ObjectName.class,
            description =
                    "Further namespaces of the cluster's DNS or network, beside kube-system and those that distributions have")
    private List<String> namespaces = List.of();

    /**
     * What they say; empty: the cluster's network is not looked at.
     *
     * @param namespace ours
     * @param pod which replica this is
     */
    Optional<NetworkOptions> options(String namespace, String pod) {
        return mode == Mode.OFF
                ? Optional.empty()
                : Optional.of(new NetworkOptions(
                        mode == Mode.WRITE,
                        pod,
                        new SourceOptions(namespace, new TreeSet<>(configMaps), new TreeSet<>(namespaces))));
    }

    /** Takes names as the API server does. */
    static final class ObjectName implements ITypeConverter<String> {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

        @Override
        public String convert(String text) {
            if (!NAME.matcher(text).matches()) {
                throw new TypeConversionException("\"" + text + "\" is not a name");
            }
            return text;
        }
    }
}
