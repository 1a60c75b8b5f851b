package io.portafilter.cli.explain;

import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import io.portafilter.contract.Action;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Key;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import io.portafilter.snapshot.folder.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be looked up about the configuration that an answer speaks of. */
public final class World {
    private final Map<Key, Published> objects;
    private final Map<String, Ref> refs;
    private final Function<Ref, Optional<Location>> location;
    private final Problems problems;

    /**
     * A world.
     *
     * @param objects that were published
     * @param snapshot that they were made of
     * @param location where an object is defined
     * @param problems what is wrong with them
     */
    public World(
            Map<Key, Published> objects,
            Snapshot snapshot,
            Function<Ref, Optional<Location>> location,
            Problems problems) {
        this.objects = Map.copyOf(objects);
        this.refs = snapshot.all()
                .map(KubeObject::ref)
                .collect(Collectors.toUnmodifiableMap(Ref::toString, Function.identity()));
        this.location = location;
        this.problems = problems;
    }

    Optional<Route> route(Key key) {
        return get(key, Route.class);
    }

    Optional<VirtualHost> host(String listenerSet, String name) {
        return get(VirtualHost.key(listenerSet, name), VirtualHost.class);
    }

    Optional<Cluster> cluster(Route route) {
        return switch (route.action()) {
            case Action.Forward(Key cluster, int _) -> get(cluster, Cluster.class);
            case Action.Respond _, Action.Deny _ -> Optional.empty();
        };
    }

    Optional<Cluster> cluster(Key key) {
        return get(key, Cluster.class);
    }

    List<Endpoint> endpoints(Cluster cluster) {
        return get(Endpoints.key(cluster.namespace(), cluster.service(), cluster.port()), Endpoints.class)
                .map(Endpoints::endpoints)
                .orElse(List.of());
    }

    /** An origin, and the file in which it stands. */
    String origin(Origin origin) {
        return origin(origin.toString());
    }

    /** The same for the text of an origin. */
    String origin(String text) {
        int field = text.indexOf(' ', text.indexOf(' ') + 1);
        Optional<Ref> object = Optional.ofNullable(refs.get(field < 0 ? text : text.substring(0, field)));
        return text
                + object.flatMap(location)
                        .map(place -> "  (" + place.file() + ":" + place.line() + ")")
                        .orElse("");
    }

    /** What is wrong with one of these objects. */
    List<Problem> problems(Set<Ref> about) {
        return problems.list().stream()
                .filter(problem -> problem.object().filter(about::contains).isPresent())
                .toList();
    }

    private <P extends Published> Optional<P> get(Key key, Class<P> type) {
        return Optional.ofNullable(objects.get(key)).filter(type::isInstance).map(type::cast);
    }
}
