package io.portafilter.controller.watch;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The ways to the API server.
 *
 * @param cluster reads and writes
 * @param metadata gets of each object only its metadata: the API server leaves out the rest
 */
public record Clients(KubernetesClient cluster, KubernetesClient metadata) implements AutoCloseable {
    /** First wait before a broken connection is made again; it doubles five times. */
    private static final int RECONNECT_MILLIS = 50;

    /**
     * Clients that connect as this says, and miss an API server that vanished in the middle of a watch within a minute.
     *
     * <p>They speak HTTP/1.1. Over HTTP/2 a request that somebody gives up leaves its stream behind, because nobody reads the rest of
     * its answer; after a hundred of them the connection takes no request any more, of nobody.
     */
    public static Clients of(Config config) {
        return of(config, Pulse.DEFAULT);
    }

    static Clients of(Config config, Pulse pulse) {
        Config ours = new ConfigBuilder(config)
                .withWatchReconnectInterval(RECONNECT_MILLIS)
                .withHttp2Disable(true)
                // With a time of its own to connect a connection remembers its first request, and the answer, a Secret
                // perhaps.
                // A request's time covers connecting.
                .withConnectionTimeout(0)
                .build();
        Executor tasks = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient.Factory connections = new JdkHttpClientFactory() {
            @Override
            protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
                return new PulsedHttpClientBuilder(super.createNewHttpClientBuilder(), pulse);
            }
        };
        return new Clients(
                new KubernetesClientBuilder()
                        .withConfig(ours)
                        .withHttpClientFactory(connections)
                        .withTaskExecutor(tasks)
                        .build(),
                new KubernetesClientBuilder()
                        .withConfig(ours)
                        .withHttpClientFactory(connections)
                        .withTaskExecutor(tasks)
                        .withHttpClientBuilderConsumer(
                                http -> http.addOrReplaceInterceptor("metadata-only", new MetadataOnly()))
                        .build());
    }

    @Override
    public void close() {
        metadata.close();
        cluster.close();
    }

    /** Asks for metadata and takes nothing else: an API server that cannot do that refuses. */
    private static final class MetadataOnly implements Interceptor {
        private static final String ACCEPT = "application/json;g=meta.k8s.io;v=v1;as=";

        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            String query = request.uri().getQuery();
            boolean watch = query != null && query.contains("watch=true");
            builder.setHeader("Accept", ACCEPT + (watch ? "PartialObjectMetadata" : "PartialObjectMetadataList"));
        }
    }
}
