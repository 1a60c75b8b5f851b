package io.portafilter.proxy.routing;

import static io.portafilter.proxy.routing.Tables.NOTHING;
import static io.portafilter.proxy.routing.Tables.host;
import static io.portafilter.proxy.routing.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RoutingTableEditTest {
    @Test
    void aTableIsNotTouchedByItsSuccessor() {
        RoutingTable<String> before = table(host("a.test", "alias.test", "~^rx"));

        RoutingTable<String> after =
                before.edit().put(host("a.test", "other.test")).put(host("_")).build();

        assertThat(before.route("alias.test", "/")).isEqualTo("a.test Prefix /");
        assertThat(before.route("rx.test", "/")).isEqualTo("a.test Prefix /");
        assertThat(before.route("other.test", "/")).isEqualTo(NOTHING);
        assertThat(after.route("alias.test", "/")).isEqualTo("_ Prefix /");
        assertThat(after.route("rx.test", "/")).isEqualTo("_ Prefix /");
        assertThat(after.route("other.test", "/")).isEqualTo("a.test Prefix /");
    }

    @Test
    void aHostIsReplacedWhole() {
        RoutingTable<String> table = table(host("a.test", List.of(), new PathPattern.Prefix("/old")))
                .edit()
                .put(host("a.test", List.of(), new PathPattern.Prefix("/new")))
                .build();

        assertThat(table.route("a.test", "/old")).isEqualTo(NOTHING);
        assertThat(table.route("a.test", "/new")).isEqualTo("a.test Prefix /new");
    }

    @Test
    void removingAHostThatIsNotThereChangesNothing() {
        RoutingTable<String> table =
                table(host("a.test")).edit().remove("b.test").build();

        assertThat(table.route("a.test", "/")).isEqualTo("a.test Prefix /");
    }

    @Test
    void anAliasThatLostItsNameGetsItBack() {
        RoutingTable<String> both = table(host("a.test", "shared.test"), host("b.test", "shared.test"));

        assertThat(both.route("shared.test", "/")).isEqualTo("a.test Prefix /");
        RoutingTable<String> onlyB = both.edit().remove("a.test").build();
        assertThat(onlyB.route("shared.test", "/")).isEqualTo("b.test Prefix /");
        assertThat(onlyB.edit().remove("b.test").build().route("shared.test", "/"))
                .isEqualTo(NOTHING);
    }

    @Test
    void oneChangeAmongTwentyThousandHostsSharesTheOthers() {
        RoutingTable.Editor<String> editor = RoutingTable.<String>empty(NOTHING).edit();
        IntStream.range(0, 20_000).forEach(i -> editor.put(host("h" + i + ".test", "alias" + i + ".test")));
        RoutingTable<String> before = editor.build();

        RoutingTable<String> after = before.edit()
                .put(host("h7.test", List.of(), new PathPattern.Exact("/new")))
                .build();

        assertThat(after.route("h7.test", "/new")).isEqualTo("h7.test Exact /new");
        assertThat(after.route("alias7.test", "/")).isEqualTo(NOTHING);
        assertThat(IntStream.range(0, 20_000).filter(i -> i != 7)).allSatisfy(i -> {
            String name = "h" + i + ".test";
            assertThat(after.host(name).orElseThrow())
                    .isSameAs(before.host(name).orElseThrow());
            assertThat(after.route("alias" + i + ".test", "/")).isEqualTo(name + " Prefix /");
        });
    }

    /** A thousand rebuilds of everything would take minutes. */
    @Test
    void aThousandSingleChangesOfALargeTableAreCheap() {
        RoutingTable.Editor<String> editor = RoutingTable.<String>empty(NOTHING).edit();
        IntStream.range(0, 20_000).forEach(i -> editor.put(host("h" + i + ".test")));
        RoutingTable<String> large = editor.build();

        RoutingTable<String> changed = Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            RoutingTable<String> table = large;
            for (int i = 0; i < 1000; i++) {
                table = table.edit()
                        .put(host("h" + i + ".test", List.of(), new PathPattern.Prefix("/" + i)))
                        .build();
            }
            return table;
        });

        assertThat(changed.route("h999.test", "/999")).isEqualTo("h999.test Prefix /999");
        assertThat(changed.route("h1000.test", "/")).isEqualTo("h1000.test Prefix /");
    }
}
