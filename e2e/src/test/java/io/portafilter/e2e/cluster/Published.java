package io.portafilter.e2e.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.portafilter.e2e.wire.Tls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What each replica of the operator tells a proxy that knows nothing yet: the lines of its stream up to the first commit. */
final class Published {
    private static final int PORT = 9443;

    private Published() {}

    /** One list of lines for each replica; an assertion fails while one does not tell. */
    static List<List<String>> byReplica(Release release) {
        String token = token(release);
        List<List<String>> all = new ArrayList<>();
        for (Pod pod : release.cluster().pods(release.namespace(), release.operator())) {
            all.add(read(pod.getStatus().getPodIP(), token));
        }
        return all;
    }

    private static List<String> read(String address, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + address + ":" + PORT + "/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Portafilter-Contract", "1")
                .timeout(Duration.ofSeconds(30))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(Tls.trustingClient()).build()) {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != 200) {
                    throw new AssertionError("the stream of " + address + " answered " + response.statusCode());
                }
                return toCommit(lines.iterator());
            } finally {
                client.shutdownNow();
            }
        } catch (IOException e) {
            throw new AssertionError("no stream from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> toCommit(Iterator<String> lines) {
        List<String> all = new ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.isEmpty()) {
                all.add(line);
            }
            if (line.startsWith("{\"frame\":\"commit\"")) {
                return all;
            }
        }
        throw new AssertionError("the stream ended before a commit");
    }

    /** A token as the kubelet gives it to a proxy: of its account, for its pod, for our audience. */
    private static String token(Release release) {
        Pod pod = release.cluster().pods(release.namespace(), release.proxy()).getFirst();
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences("portafilter")
                .withExpirationSeconds(600L)
                .withNewBoundObjectRef()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endBoundObjectRef()
                .endSpec()
                .build();
        return release.cluster().token(release.namespace(), release.proxyAccount(), request);
    }
}
