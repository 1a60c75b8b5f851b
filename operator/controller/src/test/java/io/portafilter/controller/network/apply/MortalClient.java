package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of a process that dies at its n-th request: before the API server hears of it, or before the process hears the answer. */
final class MortalClient {
    private MortalClient() {}

    /** When it dies. */
    enum Moment {
        BEFORE_THE_REQUEST,
        BEFORE_THE_ANSWER
    }

    static KubernetesClient dyingAt(Config config, int request, Moment moment) {
        AtomicInteger requests = new AtomicInteger();
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("death", new Interceptor() {
                    @Override
                    public void before(BasicBuilder builder, HttpRequest asked, RequestTags tags) {
                        int number = requests.incrementAndGet();
                        if (number > request || (number == request && moment == Moment.BEFORE_THE_REQUEST)) {
                            throw new Died();
                        }
                    }

                    @Override
                    public void after(
                            HttpRequest asked,
                            HttpResponse<?> response,
                            AsyncBody.Consumer<java.util.List<java.nio.ByteBuffer>> consumer) {
                        if (requests.get() >= request && moment == Moment.BEFORE_THE_ANSWER) {
                            throw new Died();
                        }
                    }
                }))
                .build();
    }

    /** The end of the process. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;

        Died() {
            super("the process died");
        }
    }
}
