package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Action;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is published is closed under references, whatever waits. */
final class PublicationTest {
    private final Publication publication = new Publication();

    @Test
    void whatRefersToAnObjectThatIsNotThereWaitsForIt() {
        assertThat(keys(waiting(Stream.empty(), host("/a", "/b"), route("/a", "s1"), cluster("s1"), endpoints("s1"))
                        .puts()))
                .containsExactly("Route/set/h.test/Prefix:/a", "Cluster/ns/s1/80", "Endpoints/ns/s1/80");
        Publication.Step step = take(route("/b", "s1"));
        assertThat(keys(step.puts())).containsExactly("VirtualHost/set/h.test", "Route/set/h.test/Prefix:/b");
    }

    @Test
    void waitingIsPassedOnToWhatRefersToWhatWaits() {
        assertThat(keys(waiting(Stream.empty(), host("/a"), route("/a", "s1"), cluster("s1"))
                        .puts()))
                .isEmpty();
        assertThat(take(endpoints("s1")).puts()).hasSize(4);
    }

    @Test
    void anOlderFormThatStaysKeepsEverythingBelowIt() {
        take(host("/a"), route("/a", "s1"), cluster("s1"), endpoints("s1"));
        Map<Key, Optional<Published>> wanted = new HashMap<>();
        put(wanted, host("/b"));
        List.of(route("/a", "s1"), cluster("s1"), endpoints("s1")).forEach(gone -> delete(wanted, gone));
        Publication.Step step = publication.take(wanted, true, Stream.empty());
        assertThat(step.puts()).isEmpty();
        assertThat(step.deletes()).isEmpty();

        step = take(route("/b", "s2"), cluster("s2"), endpoints("s2"));
        assertThat(step.puts()).hasSize(4);
        assertThat(step.deletes())
                .extracting(Key::toString)
                .containsExactly("Route/set/h.test/Prefix:/a", "Cluster/ns/s1/80", "Endpoints/ns/s1/80");
    }

    @Test
    void anObjectThatWaitsForASecretKeepsEverythingBelowItAndNothingElse() {
        VirtualHost held = host("/a");
        take(held, route("/a", "s1"), cluster("s1"), endpoints("s1"), cluster("s2"), endpoints("s2"));
        Map<Key, Optional<Published>> wanted = new HashMap<>();
        List.of(route("/a", "s1"), cluster("s1"), endpoints("s1"), cluster("s2"), endpoints("s2"))
                .forEach(gone -> delete(wanted, gone));
        assertThat(publication.take(wanted, true, Stream.of(held)).deletes())
                .extracting(Key::toString)
                .containsExactly("Cluster/ns/s2/80", "Endpoints/ns/s2/80");

        Map<Key, Optional<Published>> without = new HashMap<>();
        delete(without, held);
        assertThat(publication.take(without).deletes()).hasSize(4);
        assertThat(publication.objects()).isEmpty();
    }

    @Test
    void whatIsWantedAgainIsNotDeletedLater() {
        VirtualHost held = host("/a");
        take(held, route("/a", "s1"), cluster("s1"), endpoints("s1"));
        Map<Key, Optional<Published>> wanted = new HashMap<>();
        delete(wanted, route("/a", "s1"));
        publication.take(wanted, true, Stream.of(held));
        assertThat(take(route("/a", "s1")).puts()).isEmpty();
        assertThat(publication.objects()).hasSize(4);
    }

    private Publication.Step take(Published... puts) {
        Map<Key, Optional<Published>> wanted = new HashMap<>();
        Arrays.asList(puts).forEach(put -> put(wanted, put));
        return publication.take(wanted);
    }

    private Publication.Step waiting(Stream<Published> held, Published... puts) {
        Map<Key, Optional<Published>> wanted = new HashMap<>();
        Arrays.asList(puts).forEach(put -> put(wanted, put));
        return publication.take(wanted, true, held);
    }

    private static void put(Map<Key, Optional<Published>> wanted, Published object) {
        wanted.put(object.key(), Optional.of(object));
    }

    private static void delete(Map<Key, Optional<Published>> wanted, Published object) {
        wanted.put(object.key(), Optional.empty());
    }

    private static List<String> keys(List<Published> objects) {
        return objects.stream().map(object -> object.key().toString()).toList();
    }

    private static VirtualHost host(String... paths) {
        return new VirtualHost(
                "set",
                "h.test",
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Arrays.stream(paths)
                        .map(path -> Route.key("set", "h.test", match(path)))
                        .toList());
    }

    private static RouteMatch match(String path) {
        return new RouteMatch(new PathMatch.Prefix(path));
    }

    private static Route route(String path, String service) {
        return new Route(
                "set",
                "h.test",
                match(path),
                IngressRef.NONE,
                new Origin.Default(),
                Policies.NONE,
                new Action.Forward(Cluster.key("ns", service, "80"), 503));
    }

    private static Cluster cluster(String service) {
        return new Cluster("ns", service, "80", Sourced.byDefault(LoadBalance.ROUND_ROBIN), List.of());
    }

    private static Endpoints endpoints(String service) {
        return new Endpoints("ns", service, "80", List.of());
    }
}
