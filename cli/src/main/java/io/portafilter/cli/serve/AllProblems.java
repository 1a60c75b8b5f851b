package io.portafilter.cli.serve;

import io.portafilter.cli.pipeline.Pipeline;
import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import io.portafilter.contract.Frame;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.folder.Complaint;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.FolderWatch;
import io.portafilter.snapshot.folder.StateFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who may have something to say.
 *
 * @param complaints of the last reading
 * @param state the state folder
 * @param watch the watcher
 * @param pipeline with the findings of the compiler, and what the proxy refused
 * @param reader who knows where objects stand
 */
record AllProblems(
        List<Complaint> complaints,
        Optional<StateFolder> state,
        Optional<FolderWatch> watch,
        Pipeline pipeline,
        FolderReader reader) {
    Problems collect() {
        List<Complaint> complained = new ArrayList<>(complaints);
        state.ifPresent(folder -> complained.addAll(folder.complaints()));
        watch.flatMap(FolderWatch::complaint).ifPresent(complained::add);
        List<Problem> all = new ArrayList<>(
                Problems.of(complained, pipeline.findings(), reader::location).list());
        pipeline.refused().forEach(refused -> all.add(of(refused)));
        return new Problems(all);
    }

    private static Problem of(Frame.Refused refused) {
        return new Problem(
                Optional.empty(),
                Severity.ERROR,
                Optional.empty(),
                "",
                "proxy-refused",
                "the proxy cannot take " + refused.key() + ": " + refused.reason()
                        + "; what it had before stays, or its routes answer 503 where protection changed");
    }
}
