package io.portafilter.compiler.settings;

import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.compiler.catalogue.Nearest;
import io.portafilter.compiler.catalogue.Status;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of each option of the ConfigMap what becomes of it, unless it simply works. */
final class ConfigMapCheck {
    private final ConfigMap configMap;
    private final List<Finding> findings = new ArrayList<>();

    ConfigMapCheck(ConfigMap configMap) {
        this.configMap = configMap;
    }

    List<Finding> findings() {
        configMap.data().forEach((name, text) -> {
            Optional<Entry> known = OptionCatalogue.find(name);
            known.ifPresentOrElse(entry -> check(entry, text), () -> reportUnknown(name));
        });
        return findings.stream().sorted().toList();
    }

    private void reportUnknown(String name) {
        String guess = Nearest.to(name, OptionCatalogue.BY_NAME.keySet())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        note("option-unknown", Severity.WARNING, name, name + " is unknown and has no effect" + guess);
    }

    private void check(Entry entry, String text) {
        if (!entry.inEffect(text)) {
            return;
        }
        switch (entry.status()) {
            case Status.Built _ -> {}
            case Status.Later later -> reportLater(entry, later);
            case Status.Snippet _ -> reportSnippet(entry, text);
            case Status.Never never ->
                note(
                        "option-without-effect",
                        Severity.INFO,
                        entry.name(),
                        entry.name() + " has no effect: " + never.why());
        }
    }

    private void reportLater(Entry entry, Status.Later later) {
        if (!entry.partOf().isEmpty()) {
            // What it is part of is not built either, and is reported when it is set.
            return;
        }
        String consequence = later.absence().denies()
                ? "every route answers 503 rather than be open to what it keeps out"
                : later.absence().consequence();
        note(
                "option-not-built",
                later.absence().severity(),
                entry.name(),
                entry.name() + " (" + entry.about() + ") is not built yet; " + consequence);
    }

    private void reportSnippet(Entry entry, String text) {
        note(
                "option-snippet",
                Severity.ERROR,
                entry.name(),
                entry.name() + " is text in nginx's language, which nothing executes here; "
                        + (Closing.closes(entry, text)
                                ? "it holds directives that can refuse requests, so every route answers 503 until it is removed"
                                : "it has no effect"));
    }

    private void note(String id, Severity severity, String name, String message) {
        findings.add(new Finding(id, severity, configMap.ref(), "data[" + name + "]", message));
    }
}
