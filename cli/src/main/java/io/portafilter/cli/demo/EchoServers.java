package io.portafilter.cli.demo;

import com.sun.net.httpserver.HttpServer;
import io.portafilter.snapshot.Snapshot;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One echo server for each endpoint on loopback that EndpointSlices name. Follows the slices: servers come and go with them. Not safe
 * for use by several threads.
 */
public final class EchoServers implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<InetSocketAddress, Running> running = new HashMap<>();

    private record Running(DemoEndpoint endpoint, HttpServer server) {}

    /** No server yet. */
    public EchoServers() {}

    /**
     * Starts and stops servers until there is one for each endpoint.
     *
     * @return a sentence for each endpoint whose address somebody else has
     */
    public List<String> follow(Snapshot snapshot) {
        Map<InetSocketAddress, DemoEndpoint> wanted = DemoEndpoint.of(snapshot);
        for (InetSocketAddress address : Set.copyOf(running.keySet())) {
            Running now = running.get(address);
            if (now != null && !now.endpoint().equals(wanted.get(address))) {
                now.server().stop(0);
                running.remove(address);
            }
        }
        List<String> taken = new ArrayList<>();
        wanted.forEach((address, endpoint) -> {
            if (!running.containsKey(address)) {
                try {
                    running.put(address, new Running(endpoint, start(address, endpoint)));
                } catch (IOException e) {
                    taken.add("demo: no echo server for " + endpoint.service() + " on " + endpoint.address() + ":"
                            + endpoint.port() + ": " + e.getMessage() + "; whatever listens there answers instead");
                }
            }
        });
        return taken;
    }

    /** How many servers there are. */
    public int size() {
        return running.size();
    }

    private HttpServer start(InetSocketAddress address, DemoEndpoint endpoint) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", new EchoHandler(endpoint));
        server.start();
        return server;
    }

    @Override
    public void close() {
        running.values().forEach(each -> each.server().stop(0));
        running.clear();
        threads.close();
    }
}
