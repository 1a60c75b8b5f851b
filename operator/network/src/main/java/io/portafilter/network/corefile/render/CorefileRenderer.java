package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.settings.DnsSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders settings, and reads its own output back before anybody else sees it. */
public final class CorefileRenderer {
    private static final String FILE = "Corefile";

    private final CorefileCheck check;

    /**
     * A renderer.
     *
     * @param check knows the CoreDNS that is to load the text, and the files that it imports
     */
    public CorefileRenderer(CorefileCheck check) {
        this.check = check;
    }

    /**
     * A rendered Corefile.
     *
     * @param text absent where a problem forbids to write it
     * @param problems what is wrong with the settings or with what they would become
     */
    public record Rendered(Optional<String> text, List<Problem> problems) {
        /** Copies the list. */
        public Rendered {
            problems = List.copyOf(problems);
        }
    }

    /** The text that takes part in plans, comparisons and hashes. */
    public Rendered render(DnsSettings settings) {
        return render(settings, Optional.empty());
    }

    /** The text that is written: with a header, and a record that says which generation a replica has loaded. */
    public Rendered renderForApply(DnsSettings settings, Mark mark) {
        return render(settings, Optional.of(mark));
    }

    private Rendered render(DnsSettings settings, Optional<Mark> mark) {
        List<Problem> problems = new ArrayList<>(SettingsCheck.check(settings));
        CorefileText.Written written = CorefileText.write(settings, mark);
        problems.addAll(written.problems());
        if (problems.stream().noneMatch(Problem::refused)) {
            problems.addAll(check.check(FILE, written.text()).problems());
        }
        Optional<String> text =
                problems.stream().anyMatch(Problem::refused) ? Optional.empty() : Optional.of(written.text());
        return new Rendered(text, problems.stream().distinct().sorted().toList());
    }
}
