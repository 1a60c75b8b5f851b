package io.portafilter.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndTheLastOneIsFree() {
        Columns columns = new Columns();
        columns.add("a", "bb", "a long last cell");
        columns.add("aaa", "b", "");
        columns.add("one", "a last cell that makes no column wider");

        assertThat(columns.toString().lines())
                .containsExactly(
                        "  a    bb  a long last cell", "  aaa  b", "  one  a last cell that makes no column wider");
    }
}
