package io.portafilter.e2e.product;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What is missing must be said; what is there must run. */
class PresentTest {
    @Test
    void aFolderThatIsThereIsNoReasonToSkip(@TempDir Path folder) {
        assertThatCode(() -> Present.orSkip("the suite", folder)).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatIsMissingIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("suite");
        assertThatThrownBy(() -> Present.orSkip("the suite", missing))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("NOT RUN: the suite is missing")
                .hasMessageContaining(missing.toString());
    }
}
