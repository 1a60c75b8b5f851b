package io.portafilter.cli;

import io.portafilter.cli.explain.ExplainText;
import io.portafilter.cli.explain.Question;
import io.portafilter.cli.explain.World;
import io.portafilter.cli.pipeline.Pipeline;
import io.portafilter.cli.report.Problems;
import io.portafilter.compiler.Compiler;
import io.portafilter.flags.CompilerFlags;
import io.portafilter.proxy.IngressProxy;
import io.portafilter.proxy.config.ConfigurationTarget;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.routing.Explanation;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.NameResolver;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Reading;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portafilter explain}: why a request goes where it goes. */
@Command(
        name = "explain",
        description = {
            "Says what happens to a request, which rule takes it, why the others do not, and who decided each value that applies."
                    + " No request is sent: the proxy's own routing table is asked.",
            "",
            "For example:",
            "  portafilter explain examples/shop https://shop.localhost/wear/hats"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Input input = new Input();

    @Parameters(index = "1", paramLabel = "URL", description = "The request's URL; http unless it says https")
    private String url = "";

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description =
                    "A header of the request. Host takes the place of the URL's; others do not take part in routing yet")
    private List<String> headers = List.of();

    @Option(
            names = {"-X", "--request"},
            paramLabel = "METHOD",
            description = "The request's method; default: ${DEFAULT-VALUE}. It does not take part in routing yet")
    private String method = "GET";

    @Mixin
    private final CompilerFlags flags = CompilerFlags.forFolder();

    ExplainCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Question question = question();
        FolderReader reader = new FolderReader(input.source(shell), Optional.empty());
        // Nobody waits for name servers here: names are shown as they are.
        ConfigurationTarget table =
                new ConfigurationTarget(new ClusterRegistry(NameResolver.SYSTEM), route -> RouteMeter.NONE, task -> {});
        Pipeline pipeline = new Pipeline(new Compiler(flags.options()), Optional.empty(), table);
        Reading reading = reader.read();
        pipeline.accept(reading.changes());
        Problems problems = Problems.of(reading.complaints(), pipeline.findings(), reader::location);
        World world = new World(pipeline.objects(), pipeline.snapshot(), reader::location, problems);
        try {
            RequestHead head = question.head();
            Explanation<RouteEntry> explanation = table.explain(
                            question.tls() ? IngressProxy.HTTPS : IngressProxy.HTTP, head.authority(), head.path())
                    .orElseThrow(() -> new IllegalStateException("no listener was published"));
            shell.out().print(new ExplainText(Compiler.LISTENER_SET, world).of(question, explanation));
        } catch (BadHead e) {
            shell.out().println(question + "\n\nIt is answered " + e.status() + ": " + e.getMessage() + ".");
        }
        return ExitCode.FINE;
    }

    private Question question() {
        try {
            return Question.parse(url, method, headers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
