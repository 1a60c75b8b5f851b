package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChunkTest {
    @Test
    void aFileIsCutAtItsMarks() {
        assertThat(Chunk.split("a: 1\n---\nb: 2\n--- # comment\nc: 3\n"))
                .containsExactly(
                        new Chunk("a: 1\n", 0), new Chunk("---\nb: 2\n", 1), new Chunk("--- # comment\nc: 3\n", 3));
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(Chunk.split("a: 1\n---\nb: 2")).containsExactly(new Chunk("a: 1\n", 0), new Chunk("---\nb: 2", 1));
        assertThat(Chunk.split("a: 1\n---")).containsExactly(new Chunk("a: 1\n", 0), new Chunk("---", 1));
    }

    @Test
    void dashesWithinALineOrWithMoreBehindAreNoMark() {
        String text = "a: ---\n ---\n----\n---x\n--\n";
        assertThat(Chunk.split(text)).containsExactly(new Chunk(text, 0));
    }

    @Test
    void commentsAndDirectivesBelongToTheDocumentBehindThem() {
        assertThat(Chunk.split("# licence\n\n%YAML 1.2\n---\na: 1\n"))
                .containsExactly(new Chunk("# licence\n\n%YAML 1.2\n---\na: 1\n", 0));
    }

    @Test
    void dotsEndADocument() {
        assertThat(Chunk.split("a: 1\n...\n# between\n---\nb: 2\n...\n\n"))
                .containsExactly(new Chunk("a: 1\n...\n", 0), new Chunk("# between\n---\nb: 2\n...\n", 2));
    }

    @Test
    void windowsLineEndsCount() {
        assertThat(Chunk.split("a: 1\r\n---\r\nb: 2\r\n"))
                .containsExactly(new Chunk("a: 1\r\n", 0), new Chunk("---\r\nb: 2\r\n", 1));
    }

    @Test
    void whatHoldsNothingIsNoDocument() {
        assertThat(Chunk.split("")).isEmpty();
        assertThat(Chunk.split("\n  \n# comment\n")).isEmpty();
    }
}
