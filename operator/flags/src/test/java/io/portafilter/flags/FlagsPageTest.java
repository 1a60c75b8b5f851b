package io.portafilter.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** Writes {@code docs/flags.md} from the catalogue; {@code -Dgolden.update=true} writes it anew. */
final class FlagsPageTest {
    private static final Path PAGE = Path.of("../../docs/flags.md");
    private static final String HEAD = """
            # Flags

            Every flag of ingress-nginx is taken, with its name and its form, so that nobody has to change a manifest. ingress-nginx is
            one process, here there are two, and `portafilter serve` is both at once for a folder; a flag is obeyed by those that the
            table names. The operator takes them all, and notes in its log each that is for another one or does nothing here, in one line
            with its reason: a warning where something that was asked for does not happen. The chart gives the proxy the flags that it
            obeys, and the operator all others. A flag that nobody knows is refused, with the nearest name; of a flag that is given twice
            the last one counts.

            `portafilter serve`, `check` and `explain` take them all, too, with their notes on standard error. They read a folder, where
            Ingresses rarely name a class: `--watch-ingress-without-class` is on there, and the IngressClass that an Ingress names need
            not exist. On a cluster both are as in ingress-nginx.

            This page is written by a test from the catalogue in `io.portafilter.flags`.

            ## Obeyed

            | flag | ingress-nginx's default | by | what it does |
            |---|---|---|---|
            """;

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        String page = HEAD
                + rows(Fate.Obeyed.class)
                + "\n## Later\n\nNot built yet; giving one is a warning.\n\n| flag | ingress-nginx's default | until then |\n|---|---|---|\n"
                + rows(Fate.Later.class)
                + "\n## Pointless here\n\n| flag | ingress-nginx's default | why |\n|---|---|---|\n"
                + rows(Fate.Pointless.class)
                + "\nThe flags of its logger may be written with dashes for underscores.\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    @Test
    void allSeventyTwoAreThereOnce() {
        assertThat(FlagCatalogue.INGRESS_NGINX).hasSize(72);
        assertThat(FlagCatalogue.BY_NAME).hasSize(72 + FlagCatalogue.KLOG.size());
    }

    @Test
    void theFlagsOfTheCompilerAreThoseThatTheCatalogueSaysAFolderObeys() {
        assertThat(FlagCatalogue.BY_NAME.entrySet())
                .filteredOn(entry -> CommandSpec.forAnnotatedObject(CompilerFlags.forFolder())
                        .optionsMap()
                        .containsKey(entry.getKey()))
                .hasSize(12)
                .allSatisfy(entry -> assertThat(entry.getValue().fate())
                        .isInstanceOfSatisfying(
                                Fate.Obeyed.class,
                                obeyed -> assertThat(obeyed.by()).contains(Role.OPERATOR, Role.FOLDER)));
    }

    private static String rows(Class<? extends Fate> fate) {
        return FlagCatalogue.BY_NAME.values().stream()
                .filter(flag -> fate.isInstance(flag.fate()))
                .sorted(Comparator.comparing(Flag::name))
                .map(FlagsPageTest::row)
                .collect(Collectors.joining());
    }

    private static String row(Flag flag) {
        String start = "| `" + flag.name() + "` | " + (flag.usual().isEmpty() ? "" : "`" + flag.usual() + "`") + " | ";
        return start
                + switch (flag.fate()) {
                    case Fate.Obeyed(var about, var by) ->
                        by.stream().sorted().map(Role::words).collect(Collectors.joining(", ")) + " | " + about;
                    case Fate.Later(var meanwhile) -> meanwhile;
                    case Fate.Pointless(var why) -> why;
                }
                + " |\n";
    }
}
