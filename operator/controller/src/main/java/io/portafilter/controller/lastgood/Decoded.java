package io.portafilter.controller.lastgood;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.LastGoodIngress;

/** What a last good ConfigMap turned out to hold. */
public sealed interface Decoded {
    /** A last good text. */
    record Good(LastGoodIngress lastGood) implements Decoded {}

    /** Something that nobody can use; it is passed over. */
    record Damaged(Finding finding) implements Decoded {}
}
