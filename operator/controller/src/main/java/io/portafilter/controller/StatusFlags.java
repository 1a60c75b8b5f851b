package io.portafilter.controller;

import io.portafilter.controller.event.EventOptions;
import io.portafilter.controller.leader.Installation;
import io.portafilter.controller.status.AddressSource;
import io.portafilter.controller.status.StatusOptions;
import io.portafilter.controller.watch.Scope;
import io.portafilter.flags.GoBoolean;
import io.portafilter.flags.NameConverter;
import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The flags of ingress-nginx that say what the leader writes (behaviour §13, §21). */
final class StatusFlags {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);

    @Option(
            names = "--publish-service",
            paramLabel = "NAMESPACE/NAME",
            converter = NameConverter.class,
            description = "Service whose addresses Ingresses show")
    private Optional<Name> service = Optional.empty();

    @Option(
            names = "--publish-status-address",
            paramLabel = "ADDRESS[,ADDRESS]",
            description = "Addresses that Ingresses show; default: those of the nodes where proxies run")
    private String addresses = "";

    @Option(
            names = "--update-status",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Write addresses into the status of Ingresses; default: ${DEFAULT-VALUE}")
    private boolean update = true;

    @Option(
            names = "--update-status-on-shutdown",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "The last replica clears the addresses when it ends; default: ${DEFAULT-VALUE}")
    private boolean clear = true;

    @Option(
            names = "--report-node-internal-ip-address",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Show the nodes' internal addresses")
    private boolean internal;

    @Option(
            names = "--status-update-interval",
            paramLabel = "SECONDS",
            description =
                    "How often nodes are asked for their addresses, at least 5; all else is watched; default: ${DEFAULT-VALUE}")
    private int interval = 60;

    @Option(
            names = "--proxy-label",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Labels of the pods of proxies, whose nodes' addresses are shown; default:"
                    + " app.kubernetes.io/component=controller and app.kubernetes.io/instance=INSTALLATION")
    private Map<String, String> proxyLabels = Map.of();

    @Option(
            names = "--disable-sync-events",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "No Event when an Ingress is compiled")
    private boolean noSyncEvents;

    /**
     * How statuses are written; empty with {@code --update-status=false}.
     *
     * @param pod this replica; empty outside of a cluster
     * @throws IllegalArgumentException if they contradict each other; the message says which
     */
    Optional<StatusOptions> status(Scope scope, Name lease, Installation installation, Optional<Name> pod) {
        if (!update) {
            return Optional.empty();
        }
        Optional<String> namespace =
                scope instanceof Scope.OneNamespace(String name) ? Optional.of(name) : Optional.empty();
        return Optional.of(new StatusOptions(source(installation), namespace, lease, pod, clear));
    }

    private AddressSource source(Installation installation) {
        if (!addresses.isEmpty() && service.isPresent()) {
            throw new IllegalArgumentException(
                    "--publish-service and --publish-status-address exclude each other: leave one out");
        }
        if (!addresses.isEmpty()) {
            return AddressSource.Fixed.parse(addresses);
        }
        if (service.isPresent()) {
            return new AddressSource.OfService(service.get());
        }
        TreeMap<String, String> labels = new TreeMap<>(proxyLabels);
        if (labels.isEmpty()) {
            labels.put("app.kubernetes.io/component", "controller");
            labels.put("app.kubernetes.io/instance", installation.fullname());
        }
        Duration refresh = Duration.ofSeconds(interval);
        return new AddressSource.OfNodes(
                installation.namespace(),
                labels,
                internal,
                refresh.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : refresh);
    }

    EventOptions events(String pod) {
        return new EventOptions(pod, !noSyncEvents);
    }
}
