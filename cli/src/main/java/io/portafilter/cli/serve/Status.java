package io.portafilter.cli.serve;

import io.portafilter.cli.report.ProblemJson;
import io.portafilter.cli.report.Problems;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a cluster would show as statuses and events, as a JSON document.
 *
 * @param version of the configuration in effect
 * @param ingresses sorted by namespace and name
 * @param problems those of no Ingress, sorted
 */
public record Status(String version, List<IngressStatus> ingresses, List<ProblemJson> problems) {
    /**
     * One Ingress.
     *
     * @param namespace of the Ingress
     * @param name of the Ingress
     * @param accepted whether its current text is in effect
     * @param effect {@code current}, {@code last-good}, {@code nothing} or {@code foreign}
     * @param loadBalancer as in an Ingress's status; without addresses when nothing of it is in effect
     * @param findings what is wrong with it, sorted
     */
    public record IngressStatus(
            String namespace,
            String name,
            boolean accepted,
            String effect,
            LoadBalancer loadBalancer,
            List<ProblemJson> findings) {}

    /** {@code status.loadBalancer}. */
    public record LoadBalancer(List<Address> ingress) {}

    /** {@code status.loadBalancer.ingress[]}. */
    public record Address(String ip) {}

    /**
     * The status of this moment.
     *
     * @param addresses where clients reach the proxy
     */
    static Status of(Version version, List<IngressState> states, Problems problems, List<String> addresses) {
        LoadBalancer here =
                new LoadBalancer(addresses.stream().map(Address::new).toList());
        Map<Optional<Ref>, List<ProblemJson>> byObject = problems.list().stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.object().filter(Status::isIngress),
                        Collectors.mapping(ProblemJson::of, Collectors.toList())));
        List<IngressStatus> ingresses = states.stream()
                .map(state -> of(
                        state,
                        here,
                        byObject.getOrDefault(Optional.of(new Ref(Kind.INGRESS, state.name())), List.of())))
                .toList();
        return new Status(version.toString(), ingresses, byObject.getOrDefault(Optional.empty(), List.of()));
    }

    private static boolean isIngress(Ref ref) {
        return ref.kind() == Kind.INGRESS;
    }

    private static IngressStatus of(IngressState state, LoadBalancer here, List<ProblemJson> findings) {
        boolean served = switch (state.effect()) {
            case CURRENT, LAST_GOOD -> true;
            case NOTHING, FOREIGN -> false;
        };
        return new IngressStatus(
                state.name().namespace(),
                state.name().name(),
                state.effect() == IngressState.Effect.CURRENT,
                word(state.effect()),
                served ? here : new LoadBalancer(List.of()),
                findings);
    }

    private static String word(IngressState.Effect effect) {
        return switch (effect) {
            case CURRENT -> "current";
            case LAST_GOOD -> "last-good";
            case NOTHING -> "nothing";
            case FOREIGN -> "foreign";
        };
    }
}
