package io.portafilter.controller;

import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.Compiler;
import io.portafilter.contract.Frame;
import io.portafilter.controller.admin.AdminServer;
import io.portafilter.controller.admin.MetricLabels;
import io.portafilter.controller.admin.OperatorMetrics;
import io.portafilter.controller.admin.Reports;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.compile.ScratchCheck;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.event.EventTask;
import io.portafilter.controller.lastgood.LastGoodTask;
import io.portafilter.controller.leader.LeaderTask;
import io.portafilter.controller.leader.Leadership;
import io.portafilter.controller.network.NetworkTask;
import io.portafilter.controller.status.StatusTask;
import io.portafilter.controller.stream.Hub;
import io.portafilter.controller.stream.HubOptions;
import io.portafilter.controller.watch.Clients;
import io.portafilter.controller.watch.ClusterWatch;
import io.portafilter.controller.watch.SecretWatch;
import io.portafilter.controller.watch.WatchLog;
import io.portafilter.controller.watch.WatchOptions;
import io.portafilter.controller.watch.WatchState;
import io.portafilter.operator.report.Report;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one replica: what it is made of, what starts in which order, how it ends.
 *
 * <pre>
 *   ClusterWatch ─┐             ┌─▶ Hub ─▶ StreamServer ─▶ proxies
 *                 ├▶ CompileLoop┼─▶ SecretWatch: whose contents are needed
 *   SecretWatch ──┘             ├─▶ tasks of the leader: status, Events, last good
 *                               └─▶ metrics, report, admission
 * </pre>
 */
final class IngressOperator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngressOperator.class);

    private final OperatorOptions options;
    private final Clients clients;
    private final OperatorMetrics metrics;
    private final Hub hub = new Hub(HubOptions.DEFAULT);
    private final CompileLoop loop;
    private final ClusterWatch cluster;
    private final SecretWatch secrets;
    private final LastGoodTask lastGood;
    private final EventTask events;
    private final Optional<StatusTask> status;
    private final Optional<NetworkTask> network;
    private final Serving serving;
    private final Endings endings = new Endings();
    private volatile Optional<InetSocketAddress> adminAddress = Optional.empty();
    private volatile Optional<Leadership> leadership = Optional.empty();
    private volatile boolean readsIngressClasses = true;
    private volatile boolean closing;

    /**
     * A replica that waits for {@link #start}.
     *
     * @param clients the way to the API server; closed with the operator
     */
    IngressOperator(OperatorOptions options, Clients clients, String release) {
        this.options = options;
        this.clients = clients;
        this.metrics = new OperatorMetrics(
                new MetricLabels(
                        options.replica().installation().namespace(),
                        options.compiling().compiler().classes().controllerClass(),
                        options.replica().pod()),
                release);
        this.lastGood = new LastGoodTask(clients.cluster(), options.replica().installation());
        this.events =
                new EventTask(clients.cluster(), options.writing().events(), lastGood::findings, metrics.registry());
        this.status = options.writing().status().map(how -> new StatusTask(clients.cluster(), how, metrics.registry()));
        this.network = options.network()
                .map(how -> new NetworkTask(clients.cluster(), how, metrics.registry(), InstantSource.system()));
        List<StepListener> listeners = new ArrayList<>(List.of(this::want, metrics, hub, lastGood, events));
        status.ifPresent(listeners::add);
        this.loop = new CompileLoop(this::compiler, listeners);
        this.secrets = new SecretWatch(
                clients,
                options.compiling().scope(),
                options.compiling().compiler().defaultSslCertificate(),
                new SecretChanges(loop::accept));
        this.cluster = new ClusterWatch(
                clients.cluster(),
                new WatchOptions(
                        options.compiling().scope(),
                        options.compiling().compiler().configMap(),
                        options.compiling().compiler().defaultBackendService(),
                        Optional.of(lastGood.configMaps())),
                loop::accept);
        this.serving = new Serving(options.serving(), clients.cluster(), metrics.registry(), endings);
        metrics.watches(this::watches);
        metrics.failedSteps(loop::failures);
        endings.add("the clients", clients);
        endings.add("the metrics", metrics);
    }

    /**
     * Starts everything; when it returns, everything that there is was handed to the compiler.
     *
     * @throws StartException with a sentence that says what is missing
     */
    void start() throws StartException, InterruptedException {
        startAdmin();
        endings.add("the compile loop", loop);
        endings.add("the watch on the cluster", cluster);
        endings.add("the watch on Secrets", secrets);
        Listing.await(
                options.startLimit(),
                clients.cluster().getMasterUrl(),
                this::watches,
                cluster.start(),
                secrets.start());
        readsIngressClasses = cluster.readsIngressClasses();
        loop.start(List.of());
        endings.add("the log of watches", WatchLog.start(this::watches));
        if (!options.compiling().fullCompile().isZero()) {
            endings.add(
                    "the check of the compilation",
                    ScratchCheck.every(options.compiling().fullCompile(), loop, this::compiler, metrics.registry()));
        }
        serving.start(hub, loop, cluster::covers);
        startLeadership();
    }

    private void startLeadership() {
        List<LeaderTask> tasks = new ArrayList<>(serving.tasks());
        tasks.addAll(List.of(lastGood, events));
        status.ifPresent(tasks::add);
        network.ifPresent(tasks::add);
        Leadership started = options.writing()
                .election()
                .map(election -> Leadership.elected(clients.cluster(), election, tasks, metrics.registry()))
                .orElseGet(() -> Leadership.alone(options.writing().lease().name(), tasks, metrics.registry()));
        endings.add("the leadership", started);
        leadership = Optional.of(started);
        started.start();
    }

    private Compiler compiler() {
        return new Compiler(
                readsIngressClasses
                        ? options.compiling().compiler()
                        : options.compiling().compiler().withoutIngressClasses());
    }

    private void startAdmin() throws StartException {
        try {
            AdminServer admin = AdminServer.start(options.serving().admin().address());
            endings.add("the admin port", admin);
            AdminPages.add(admin, options.serving().admin(), this);
            adminAddress = Optional.of(admin.address());
        } catch (IOException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether proxies can follow: everything that there was at the start is published, and the end has not come. */
    boolean isReady() {
        return hub.ready() && !closing;
    }

    /** Whether it does its work, ready or not. */
    boolean isAlive() {
        return loop.isAlive();
    }

    /** How this replica, its proxies and the Ingresses are. */
    Report report() {
        return Reports.of(
                options.replica().pod(),
                leadership.filter(Leadership::leads).isPresent(),
                isReady(),
                loop.view(),
                watches(),
                serving.proxies());
    }

    /** Everything in Prometheus' text format. */
    String metrics() {
        return metrics.scrape();
    }

    /** Where the admin port is; empty before the start. */
    Optional<InetSocketAddress> adminAddress() {
        return adminAddress;
    }

    /** Where the webhook is; empty before the start, or if there is none. */
    Optional<InetSocketAddress> webhookAddress() {
        return serving.webhookAddress();
    }

    /** Where proxies follow; empty before the start. */
    Optional<InetSocketAddress> streamAddress() {
        return serving.streamAddress();
    }

    private void want(Compilation compilation, List<Frame.Down> frames, View view) {
        secrets.want(compilation.secrets());
    }

    private List<WatchState> watches() {
        return Stream.of(
                        cluster.states(),
                        secrets.states(),
                        network.map(NetworkTask::watches).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
    }

    /** Ends everything, in the opposite order of its start: what writes to the cluster first, while all else still runs. */
    @Override
    public void close() {
        closing = true;
        LOG.info("ending");
        endings.close();
        LOG.info("ended");
    }
}
