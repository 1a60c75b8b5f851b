package io.portafilter.controller.admission;

import io.fabric8.kubernetes.api.model.admission.v1.AdmissionRequest;
import io.portafilter.compiler.Verdict;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.watch.IngressConverter;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks the compiler what it would make of a candidate (behaviour §16). */
final class Judge {
    /** The API server cuts a warning at 256 characters, and all of them at 4,096. */
    private static final int WARNINGS = 16;

    private static final int WARNING_LENGTH = 255;

    private static final int REASONS = 10;

    private final CompileLoop loop;
    private final Predicate<String> namespaces;
    private final Duration limit;

    /**
     * A judge.
     *
     * @param namespaces whose Ingresses are watched
     * @param limit how long the compiler may be busy with something else
     */
    Judge(CompileLoop loop, Predicate<String> namespaces, Duration limit) {
        this.loop = loop;
        this.namespaces = namespaces;
        this.limit = limit;
    }

    /**
     * The verdict on a request.
     *
     * @throws TimeoutException if the compiler has no time
     * @throws ExecutionException if it cannot answer
     */
    Answer judge(AdmissionRequest request) throws InterruptedException, TimeoutException, ExecutionException {
        boolean stores = "CREATE".equals(request.getOperation()) || "UPDATE".equals(request.getOperation());
        if (!stores
                || !(request.getObject() instanceof io.fabric8.kubernetes.api.model.networking.v1.Ingress candidate)
                || !namespaces.test(request.getNamespace())) {
            return Answer.ALLOWED;
        }
        Ingress ingress = candidate(request.getOperation(), IngressConverter.convert(candidate));
        Optional<Verdict> verdict = loop.ask(compiler -> compiler.consider(List.of(new Change.Put(ingress))))
                .get(limit.toMillis(), TimeUnit.MILLISECONDS)
                .verdict(ingress.meta().name());
        return verdict.map(Judge::answer).orElse(Answer.ALLOWED);
    }

    /** What is created is younger than all that there is, whatever its clock, or its author, says. */
    private static Ingress candidate(String operation, Ingress ingress) {
        Meta meta = ingress.meta();
        return operation.equals("UPDATE")
                ? ingress
                : new Ingress(
                        new Meta(meta.name(), meta.uid(), Instant.MAX, meta.labels(), meta.annotations()),
                        ingress.className(),
                        ingress.defaultBackend(),
                        ingress.tls(),
                        ingress.rules());
    }

    private static Answer answer(Verdict verdict) {
        List<String> warnings = verdict.remarks().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> cut(sentence(finding)))
                .limit(WARNINGS)
                .toList();
        return new Answer(verdict.isAccepted() ? Optional.empty() : Optional.of(refusal(verdict.refusals())), warnings);
    }

    private static String refusal(List<Finding> refusals) {
        String reasons = refusals.stream().limit(REASONS).map(Judge::sentence).collect(Collectors.joining("; "));
        int more = refusals.size() - REASONS;
        return more > 0 ? reasons + "; and " + more + " more" : reasons;
    }

    private static String sentence(Finding finding) {
        return finding.field().isEmpty() ? finding.message() : finding.field() + ": " + finding.message();
    }

    /** A warning as long as the API server lets it be. */
    static String cut(String text) {
        return text.length() <= WARNING_LENGTH ? text : text.substring(0, WARNING_LENGTH - 1) + "…";
    }
}
