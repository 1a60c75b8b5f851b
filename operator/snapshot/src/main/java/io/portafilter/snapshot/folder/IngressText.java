package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.LastGoodIngress;

/** An Ingress as a text that can be kept and read again without a loss: its manifest, which {@code kubectl apply} takes as well. */
public final class IngressText {
    private IngressText() {}

    /** What a text turned out to be. */
    public sealed interface Reading {}

    /** The Ingress that was written. */
    public record Whole(Ingress ingress) implements Reading {}

    /** Something else. */
    public record Damaged(String reason) implements Reading {}

    /** Its manifest, as YAML. */
    public static String write(Ingress ingress) {
        return StateYaml.write(new LastGoodIngress(ingress));
    }

    /** Reads what {@link #write} has written, or somebody by hand. */
    public static Reading read(String text) {
        try {
            return new Whole(StateYaml.readIngress(text));
        } catch (BrokenYaml e) {
            return new Damaged(String.valueOf(e.getMessage()));
        }
    }
}
