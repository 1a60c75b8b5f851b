package io.portafilter.controller;

import java.util.Set;

/**
 * Whose tokens open the stream.
 *
 * @param audience that they are made for
 * @param accounts {@code namespace/name} of their service accounts
 */
record Trust(String audience, Set<String> accounts) {
    /** Copies the accounts. */
    Trust {
        accounts = Set.copyOf(accounts);
    }
}
