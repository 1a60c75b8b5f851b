package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamespaceFilterTest {
    private Snapshot snapshot = Snapshot.empty();
    private final NamespaceFilter filter =
            new NamespaceFilter(object -> object.meta().name().name().equals("always"), this::take);

    @Test
    void whatWasThereBeforeItsNamespaceWasSelectedComesWithIt() {
        put("a", "one");
        put("b", "two");
        assertThat(names()).isEmpty();

        filter.select("a");

        assertThat(names()).containsExactly("a/one");
    }

    @Test
    void everythingGoesWithTheNamespaceAndComesBackAsItIsThen() {
        filter.select("a");
        put("a", "one");
        put("a", "two");
        filter.unselect("a");
        assertThat(names()).isEmpty();

        delete("a", "one");
        put("a", "three");
        filter.select("a");

        assertThat(names()).containsExactly("a/three", "a/two");
    }

    @Test
    void whatCountsAlwaysNeedsNoNamespace() {
        put("a", "always");
        assertThat(names()).containsExactly("a/always");

        filter.select("a");
        filter.unselect("a");
        assertThat(names()).containsExactly("a/always");

        delete("a", "always");
        assertThat(names()).isEmpty();
    }

    private void put(String namespace, String name) {
        filter.accept(new Change.Put(new ConfigMap(
                new Meta(new Name(namespace, name), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()),
                new TreeMap<>())));
    }

    private void delete(String namespace, String name) {
        filter.accept(new Change.Delete(new Ref(Kind.CONFIG_MAP, new Name(namespace, name))));
    }

    private void take(Collection<? extends Change> changes) {
        snapshot = snapshot.with(changes);
    }

    private List<String> names() {
        return snapshot.all()
                .map(KubeObject::ref)
                .map(ref -> ref.name().toString())
                .sorted()
                .toList();
    }
}
