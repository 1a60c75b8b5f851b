package io.portafilter.network.check;

import java.util.Arrays;
import java.util.Optional;

/** Ports that nodes must reach at each other, and those that old notes still name. */
public enum RequiredPort {
    API(6443, "the API server, from every node", ""),
    ETCD_CLIENTS(2379, "etcd's clients: the API servers", ""),
    ETCD_PEERS(2380, "etcd's peers: the other members, nobody else", ""),
    KUBELET(10250, "kubelets: the API server asks them for logs and exec", ""),
    CONTROLLER_MANAGER(10257, "kube-controller-manager's metrics", ""),
    SCHEDULER(10259, "kube-scheduler's metrics", ""),
    OLD_SCHEDULER(10251, "kube-scheduler without TLS", "the insecure port was removed by 1.24, use 10259"),
    OLD_CONTROLLER_MANAGER(
            10252, "kube-controller-manager without TLS", "the insecure port was removed by 1.24, use 10257"),
    OLD_KUBELET(10255, "kubelets without TLS", "the read-only port is off by default, use 10250");

    private final int number;
    private final String purpose;
    private final String gone;

    RequiredPort(int number, String purpose, String gone) {
        this.number = number;
        this.purpose = purpose;
        this.gone = gone;
    }

    /** TCP. */
    public int number() {
        return number;
    }

    /** Who listens, and who asks. */
    public String purpose() {
        return purpose;
    }

    /** Why nobody needs it any more; empty for ports of today. */
    public String gone() {
        return gone;
    }

    /** The port of a number. */
    public static Optional<RequiredPort> of(int number) {
        return Arrays.stream(values()).filter(port -> port.number == number).findFirst();
    }
}
