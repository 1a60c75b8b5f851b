package io.portafilter.e2e.live;

import io.portafilter.e2e.backend.Backend;
import io.portafilter.e2e.backend.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Backends that answer their number, on ports of their own. They go on answering when no slice names them any more. */
final class Pods implements AutoCloseable {
    private final List<Backend> pods = new ArrayList<>();

    private Pods() {}

    static Pods start(int count) throws IOException {
        Pods pods = new Pods();
        for (int i = 0; i < count; i++) {
            String number = Integer.toString(i);
            pods.pods.add(Backend.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    request -> Outcome.Answer.ok("text/plain", number)));
        }
        return pods;
    }

    int port(int pod) {
        return pods.get(pod).address().getPort();
    }

    int count() {
        return pods.size();
    }

    @Override
    public void close() throws IOException {
        for (Backend pod : pods) {
            pod.close();
        }
    }
}
