package io.portafilter.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFoldersTest {
    private static final Map<String, String> HOME = Map.of("HOME", "/home/me");

    @Test
    void stateLiesBelowTheHomeUnlessXdgSaysOtherwise() {
        assertThat(StateFolders.of(Path.of("/srv/a"), HOME).orElseThrow())
                .hasParentRaw(Path.of("/home/me/.local/state/portafilter"));
        assertThat(StateFolders.of(Path.of("/srv/a"), Map.of("HOME", "/home/me", "XDG_STATE_HOME", "/var/state"))
                        .orElseThrow())
                .hasParentRaw(Path.of("/var/state/portafilter"));
    }

    @Test
    void aRelativeXdgStateHomeDoesNotCount() {
        assertThat(StateFolders.of(Path.of("/srv/a"), Map.of("HOME", "/home/me", "XDG_STATE_HOME", "state"))
                        .orElseThrow())
                .hasParentRaw(Path.of("/home/me/.local/state/portafilter"));
    }

    @Test
    void twoFoldersNeverShareTheirStateAndOneIsTheSameHoweverItIsWritten() {
        assertThat(StateFolders.of(Path.of("/srv/a"), HOME)).isNotEqualTo(StateFolders.of(Path.of("/srv/b"), HOME));
        assertThat(StateFolders.of(Path.of("/srv/b/../a/"), HOME)).isEqualTo(StateFolders.of(Path.of("/srv/a"), HOME));
    }

    @Test
    void withoutAHomeThereIsNoPlace() {
        assertThat(StateFolders.of(Path.of("/srv/a"), Map.of())).isEmpty();
    }
}
