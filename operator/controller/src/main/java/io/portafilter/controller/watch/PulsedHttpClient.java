package io.portafilter.controller.watch;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The JDK's client; its web sockets are {@link PulsedSocket}s, everything else is as it was. */
final class PulsedHttpClient extends HttpClient {
    private final HttpClient client;
    private final Pulse pulse;

    PulsedHttpClient(HttpClient client, Pulse pulse) {
        this.client = client;
        this.pulse = pulse;
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return new Sockets(client.newWebSocketBuilder(), pulse);
    }

    private record Sockets(WebSocket.Builder builder, Pulse pulse) implements WebSocket.Builder {
        @Override
        public WebSocket.Builder header(String name, String value) {
            return new Sockets(builder.header(name, value), pulse);
        }

        @Override
        public WebSocket.Builder connectTimeout(Duration timeout) {
            return new Sockets(builder.connectTimeout(timeout), pulse);
        }

        @Override
        public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
            return new Sockets(builder.subprotocols(mostPreferred, lesserPreferred), pulse);
        }

        @Override
        public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
            return builder.buildAsync(uri, new PulsedSocket(listener, pulse));
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException, InterruptedException {
        return client.send(request, body);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> body) {
        return client.sendAsync(request, body);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> body, PushPromiseHandler<T> pushed) {
        return client.sendAsync(request, body, pushed);
    }

    @Override
    public void shutdown() {
        client.shutdown();
    }

    @Override
    public boolean awaitTermination(Duration atMost) throws InterruptedException {
        return client.awaitTermination(atMost);
    }

    @Override
    public boolean isTerminated() {
        return client.isTerminated();
    }

    @Override
    public void shutdownNow() {
        client.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
    }
}
