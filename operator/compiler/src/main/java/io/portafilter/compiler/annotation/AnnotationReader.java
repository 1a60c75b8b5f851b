package io.portafilter.compiler.annotation;

import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Ref;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the annotations of Ingresses (behaviour §15). */
public final class AnnotationReader {
    private final AnnotationOptions options;

    /**
     * @param options what flags and the ConfigMap say
     */
    public AnnotationReader(AnnotationOptions options) {
        this.options = options;
    }

    /**
     * Reads the annotations of one Ingress. Annotations under other prefixes are nobody's business here.
     *
     * @param object the Ingress, for origins and findings
     * @param meta its metadata
     */
    public Reading read(Ref object, Meta meta) {
        Outcome outcome = new Outcome(object, options.prefix());
        SortedMap<String, String> usable =
                new Examination(options, meta.name().namespace(), ours(meta), outcome).usable();
        rejectDefaultPrefix(meta, outcome);
        if (outcome.rejected()) {
            return new Reading.Rejected(outcome.findings(), outcome.refusals());
        }
        Values values = new ValueReader(usable, outcome).values();
        // A canary's annotations do not count: it has no routes to protect (behaviour §10).
        Optional<Denial> denial = values.canary().value() ? Optional.empty() : outcome.denial();
        return new Reading.Accepted(values, denial, outcome.findings(), outcome.refusals());
    }

    /** Where another prefix was chosen, the usual one is a mistake that nobody would notice (behaviour §16). */
    private void rejectDefaultPrefix(Meta meta, Outcome outcome) {
        if (options.prefix().equals(AnnotationOptions.DEFAULT_PREFIX)) {
            return;
        }
        for (String name : meta.annotations().keySet()) {
            if (name.startsWith(AnnotationOptions.DEFAULT_PREFIX + "/")) {
                outcome.rejectForeign(
                        "annotation-default-prefix",
                        name,
                        "the prefix of annotations here is " + options.prefix() + " (--annotations-prefix); "
                                + OnInvalid.REJECT.consequence());
            }
        }
    }

    private SortedMap<String, String> ours(Meta meta) {
        String prefix = options.prefix() + "/";
        SortedMap<String, String> texts = new TreeMap<>();
        meta.annotations().forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                texts.put(name.substring(prefix.length()), text);
            }
        });
        return texts;
    }
}
