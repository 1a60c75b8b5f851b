package io.portafilter.controller.watch;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a watch is on, for people and metrics.
 *
 * @param plural with its group, as in RBAC and in {@code kubectl get}: {@code ingresses.networking.k8s.io}
 * @param where for example {@code all namespaces}
 */
public record WatchedResource(String plural, String where) {
    static boolean isForbidden(Throwable problem) {
        return code(problem) == HttpURLConnection.HTTP_FORBIDDEN;
    }

    static boolean isUnknown(Throwable problem) {
        return code(problem) == HttpURLConnection.HTTP_NOT_FOUND;
    }

    /**
     * A sentence about a problem.
     *
     * @param listed whether the list is there, so that it must be the watch
     */
    String failure(Throwable problem, boolean listed) {
        String what = (listed ? "watch " : "list ") + plural + " in " + where;
        return switch (code(problem)) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                "The API server forbids us to " + what
                        + ": let a Role or ClusterRole of our service account grant list and watch on it";
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                "The API server does not accept our credentials, so we cannot " + what;
            default -> "We cannot " + what + ": " + reason(problem);
        };
    }

    private static int code(Throwable problem) {
        return refusal(problem).map(KubernetesClientException::getCode).orElse(0);
    }

    private static Optional<KubernetesClientException> refusal(Throwable problem) {
        return causes(problem)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .filter(refusal -> refusal.getCode() != 0)
                .findFirst();
    }

    private static String reason(Throwable problem) {
        Optional<String> answer = refusal(problem)
                .flatMap(refusal -> Optional.ofNullable(refusal.getStatus()))
                .flatMap(status -> Optional.ofNullable(status.getMessage()));
        Throwable deepest = causes(problem).reduce(problem, (_, last) -> last);
        return answer.or(() -> Optional.ofNullable(deepest.getMessage()))
                .orElse(deepest.getClass().getSimpleName());
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
