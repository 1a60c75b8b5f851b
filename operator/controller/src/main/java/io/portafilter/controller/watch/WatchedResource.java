package io.portafilter.controller.watch;

import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * What a watch is on, for people and metrics.
 *
 * @param plural with its group, as in RBAC and in {@code kubectl get}: {@code ingresses.networking.k8s.io}
 * @param where for example {@code all namespaces}
 */
public record WatchedResource(String plural, String where) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    String failure(Throwable problem, boolean listed) {
        String verb = listed ? "watch" : "list";
        String what = verb + " " + plural + " in " + where;
        if (problem instanceof KubernetesClientException refusal) {
            switch (refusal.getCode()) {
                case FORBIDDEN -> {
                    return "The API server forbids us to " + what
                            + ": let a Role or ClusterRole of our service account grant list and watch on it";
                }
                case UNAUTHORIZED -> {
                    return "The API server does not accept our credentials, so we cannot " + what;
                }
                default -> {}
            }
        }
        return "We cannot " + what + "; trying again: " + reason(problem);
    }

    private static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && (cause.getMessage() == null || cause instanceof KubernetesClientException)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
