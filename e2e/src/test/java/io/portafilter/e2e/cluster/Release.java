package io.portafilter.e2e.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The chart, installed as a platform team installs it. */
public final class Release implements AutoCloseable {
    static final String NAME = "ingress-nginx";
    static final String PROXY = NAME + "-controller";
    static final String OPERATOR = NAME + "-operator";

    private final Cluster cluster;
    private final SortedSet<String> before;
    private final Roles roles;
    private boolean installed = true;

    private Release(Cluster cluster, SortedSet<String> before, Roles roles) {
        this.cluster = cluster;
        this.before = before;
        this.roles = roles;
    }

    /** Installs the chart and returns when all its pods are ready. */
    static Release install() {
        Cluster cluster = Cluster.connect();
        cluster.namespace(NAME);
        SortedSet<String> before = AllObjects.in(cluster.client());
        List<String> line = new ArrayList<>(List.of("helm", "install", NAME, chart(), "--namespace", NAME, "--wait"));
        line.addAll(List.of("--timeout", "8m", "--values", Command.project() + "/e2e/cluster/values.yaml"));
        Optional.ofNullable(System.getenv("E2E_VALUES")).ifPresent(file -> line.addAll(List.of("--values", file)));
        Command.run(line);
        return new Release(cluster, before, Roles.of(cluster.client(), NAME));
    }

    private static String chart() {
        return Command.project() + "/helm/portafilter";
    }

    /** Where it is installed. */
    public Cluster cluster() {
        return cluster;
    }

    /** The namespace that it is installed in. */
    public String namespace() {
        return NAME;
    }

    /** The Deployment and the Service of the proxies. */
    public String proxy() {
        return PROXY;
    }

    /** The Deployment and the Service of the operator. */
    public String operator() {
        return OPERATOR;
    }

    /** The account of the proxies. */
    public String proxyAccount() {
        return NAME + "-proxy";
    }

    /** The operator, as the API server names it. */
    public String operatorUser() {
        return "system:serviceaccount:" + NAME + ":" + NAME;
    }

    /** What the operator may do. */
    Roles roles() {
        return roles;
    }

    /** Where clients reach the proxies. */
    public String address() {
        return cluster.balancer(NAME, PROXY);
    }

    /** The addresses of the proxies' pods. */
    List<String> proxyAddresses() {
        return cluster.pods(NAME, PROXY).stream()
                .map(pod -> pod.getStatus().getPodIP())
                .toList();
    }

    /** Uninstalls the chart and returns what {@code helm} said. */
    String uninstall() {
        installed = false;
        return Command.run(List.of("helm", "uninstall", NAME, "--namespace", NAME, "--wait", "--timeout", "5m"));
    }

    /** All objects that are there and were not before the installation. */
    SortedSet<String> left() {
        SortedSet<String> left = AllObjects.in(cluster.client());
        left.removeAll(before);
        return left;
    }

    @Override
    public void close() {
        if (installed) {
            uninstall();
        }
        cluster.deleteNamespace(NAME);
        cluster.close();
    }
}
