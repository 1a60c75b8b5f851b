package io.portafilter.controller.stream;

import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Asks the API server about each token (TokenReview). Whatever is not a clear yes is a no. */
final class ReviewedTokens implements Tokens {
    private static final Pattern JWT = Pattern.compile("[\\w-]{1,4096}\\.[\\w-]{1,8192}\\.[\\w-]{1,2048}");
    private static final Pattern ACCOUNT = Pattern.compile("system:serviceaccount:([a-z0-9.-]+):([a-z0-9.-]+)");
    private static final String POD = "authentication.kubernetes.io/pod-name";
    private static final int AT_ONCE = 16;

    private final KubernetesClient client;
    private final String audience;
    private final Set<String> accounts;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Tokens of one audience.
     *
     * @param accounts {@code namespace/name} of service accounts
     * @param patience how long the API server may take
     */
    ReviewedTokens(KubernetesClient client, String audience, Set<String> accounts, Duration patience) {
        this.client = client;
        this.audience = audience;
        this.accounts = Set.copyOf(accounts);
        this.patience = patience;
    }

    @Override
    public Verdict judge(String token) {
        if (!JWT.matcher(token).matches()) {
            // The API server is not asked about what cannot be one.
            return new Verdict.NotAccepted("it is not of the form of a service account's token");
        }
        try {
            // Strangers with invented tokens shall not make the API server busy.
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Verdict.Unknown("too many tokens are being reviewed");
            }
            try {
                return verdict(review(token));
            } finally {
                places.release();
            }
        } catch (TimeoutException e) {
            return new Verdict.Unknown("the API server did not answer in " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Verdict.Unknown(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Unknown("the operator ends");
        }
    }

    private TokenReview review(String token) throws InterruptedException, ExecutionException, TimeoutException {
        TokenReview question = new TokenReviewBuilder()
                .withNewSpec()
                .withToken(token)
                .withAudiences(audience)
                .endSpec()
                .build();
        FutureTask<TokenReview> answer =
                new FutureTask<>(() -> client.tokenReviews().create(question));
        Thread.ofVirtual().name("token-review").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /** A client's exception may quote what it sent: only its code and the API server's own words are told. */
    private static String reason(ExecutionException e) {
        return e.getCause() instanceof KubernetesClientException failure && failure.getStatus() != null
                ? "the API server answered " + failure.getCode() + ": "
                        + failure.getStatus().getMessage()
                : "the API server cannot be asked";
    }

    private Verdict verdict(TokenReview review) {
        TokenReviewStatus status = review.getStatus();
        if (status == null) {
            return new Verdict.Unknown("the API server reviewed nothing");
        }
        if (!Boolean.TRUE.equals(status.getAuthenticated())) {
            String error = status.getError();
            return new Verdict.NotAccepted(
                    error == null || error.isEmpty() ? "the API server does not know it" : error);
        }
        // An API server that knows no audiences answers without: then the token may have been made for anybody.
        if (status.getAudiences() == null || !status.getAudiences().contains(audience)) {
            return new Verdict.NotAccepted("it is not for the audience \"" + audience + "\"");
        }
        return identify(status.getUser());
    }

    private Verdict identify(UserInfo user) {
        String name = user == null || user.getUsername() == null ? "" : user.getUsername();
        var account = ACCOUNT.matcher(name);
        if (!account.matches() || !accounts.contains(account.group(1) + "/" + account.group(2))) {
            return new Verdict.Foreign("\"" + name + "\"");
        }
        Map<String, List<String>> extra = user.getExtra() == null ? Map.of() : user.getExtra();
        Optional<String> pod = extra.getOrDefault(POD, List.of()).stream().findFirst();
        return new Verdict.Accepted(new ProxyIdentity(account.group(1), account.group(2), pod));
    }
}
