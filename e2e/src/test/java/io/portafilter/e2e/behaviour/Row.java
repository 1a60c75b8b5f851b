package io.portafilter.e2e.behaviour;

import java.util.List;

/**
 * One row of the table.
 *
 * @param line its line in the file, from 1
 * @param id its stable id, which begins with the number of its section
 * @param statement the sentence
 * @param proofs what stands behind it
 */
record Row(int line, String id, String statement, List<Proof> proofs) {
    /** Copies the list. */
    Row {
        proofs = List.copyOf(proofs);
    }

    /** The main section, for example 2 of {@code 2.1-exact}. */
    int section() {
        return Integer.parseInt(id.split("[.-]", 2)[0]);
    }

    /** Whether it is only promised. */
    boolean later() {
        return proofs.stream().anyMatch(Proof.Later.class::isInstance);
    }
}
