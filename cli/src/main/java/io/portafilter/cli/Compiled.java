package io.portafilter.cli;

import io.portafilter.cli.report.Problems;
import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.snapshot.Snapshot;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Reading;
import io.portafilter.snapshot.folder.Source;
import java.util.Optional;

/**
 * Manifests, read and compiled once; nothing is watched and nothing is kept.
 *
 * @param reading what the reader said
 * @param compilation what the compiler made of it
 * @param compiler with all objects and findings
 * @param problems of both
 */
record Compiled(Reading reading, Compilation compilation, Compiler compiler, Problems problems) {
    static Compiled of(Source source, CompilerOptions options) {
        FolderReader reader = new FolderReader(source, Optional.empty());
        Reading reading = reader.read();
        Compiler compiler = new Compiler(options);
        Compilation compilation = compiler.compile(Snapshot.empty().with(reading.changes()), reading.changes());
        Problems problems = Problems.of(reading.complaints(), compiler.findings(), reader::location);
        return new Compiled(reading, compilation, compiler, problems);
    }
}
