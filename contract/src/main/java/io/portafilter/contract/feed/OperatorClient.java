package io.portafilter.contract.feed;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Version;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.event.Level;

/**
 * Requests to one operator. The CA bundle is the one of the moment when this was made, and the operator's name is looked up when it
 * connects: whoever wants to go elsewhere makes another. The token is read for each request, because it is renewed every hour or so.
 */
final class OperatorClient implements AutoCloseable {
    private static final int REASON_BYTES = 1024;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(30);

    private final StreamOptions options;
    private final HttpClient client;

    /**
     * No connection yet.
     *
     * @throws BrokenStream if there is no usable CA bundle
     */
    OperatorClient(StreamOptions options) throws BrokenStream {
        this.options = options;
        this.client = HttpClient.newBuilder()
                .sslContext(Credentials.trust(options.caFile()))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(options.pace().connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Opens a stream.
     *
     * @param have what need not be sent
     * @throws BrokenStream if there is no operator, it is not to be believed, or it refuses
     */
    ResponseLines stream(Optional<Version> have) throws BrokenStream, InterruptedException {
        URI place = have.map(version -> options.operator().resolve("/v1/stream?version=" + version))
                .orElse(options.stream());
        HttpResponse<ResponseLines> response = send(request(place).GET().build(), this::lines);
        if (response.statusCode() != 200) {
            throw refusal(response);
        }
        return response.body();
    }

    private ResponseLines lines(HttpResponse.ResponseInfo info) {
        return info.statusCode() == 200
                ? new ResponseLines(options.limits().lineBytes(), options.pace().silence())
                : new ResponseLines(REASON_BYTES, options.pace().connect());
    }

    /**
     * Sends answers up.
     *
     * @return whether the operator understood them; others would not be understood the next time either
     * @throws BrokenStream if they were not taken
     */
    boolean post(byte[] answers) throws BrokenStream, InterruptedException {
        HttpRequest request = request(options.stream())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(answers))
                .build();
        HttpResponse<Void> response = send(request, _ -> BodySubscribers.discarding());
        return switch (response.statusCode()) {
            case 204 -> true;
            case 400, 413 -> false;
            default -> throw new BrokenStream("the operator did not take our answers (" + response.statusCode() + ")");
        };
    }

    private HttpRequest.Builder request(URI place) throws BrokenStream {
        return HttpRequest.newBuilder(place)
                .header("Authorization", "Bearer " + Credentials.token(options.tokenFile()))
                .header("Portafilter-Contract", Integer.toString(Frame.CONTRACT));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws BrokenStream, InterruptedException {
        Duration limit = options.pace().connect().multipliedBy(2);
        var answer = client.sendAsync(request, body);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BrokenStream("no answer from " + options.operator() + ": " + Sentence.of(e));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new BrokenStream("no answer from " + options.operator() + " within " + limit.toSeconds() + " s");
        }
    }

    private static BrokenStream refusal(HttpResponse<ResponseLines> response) throws InterruptedException {
        String reason = reason(response.body());
        int status = response.statusCode();
        String meaning = switch (status) {
            case 401 -> "the operator does not accept our token";
            case 403 -> "the operator does not serve our service account";
            case 409 -> "the operator does not speak version " + Frame.CONTRACT + " of the contract";
            case 429 -> "the operator serves too many streams";
            case 503 -> "the operator is not ready";
            default -> "the operator refused";
        };
        return new BrokenStream(
                meaning + " (" + status + (reason.isEmpty() ? ")" : "): " + reason),
                status != 429 && status < 500 ? Level.ERROR : Level.WARN,
                retryAfter(response));
    }

    private static String reason(ResponseLines body) throws InterruptedException {
        try {
            return Sentence.of(body.next());
        } catch (BrokenStream e) {
            return Sentence.of(body.rest());
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait);
    }

    /** Ends the stream, too. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
