package io.portafilter.network.corefile.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A main block that is being put together. Each call changes one field, as {@link MainBlock} describes it. */
public final class MainDraft {
    private int port = 53;
    private Optional<ClusterSettings> cluster = Optional.empty();
    private Optional<UpstreamSettings> upstreams = Optional.empty();
    private List<RewriteRule> rewrites = List.of();
    private Optional<CacheSettings> cache = Optional.empty();
    private boolean errors;
    private QueryLog queries = QueryLog.NONE;
    private Optional<HealthSettings> health = Optional.empty();
    private boolean ready;
    private boolean loopDetection;
    private Optional<ReloadSettings> reload = Optional.empty();
    private OptionalInt metricsPort = OptionalInt.empty();
    private boolean autopath;
    private boolean loadbalance;
    private String extraPlugins = "";

    MainDraft() {}

    MainDraft(MainBlock block) {
        port = block.port();
        cluster = block.cluster();
        upstreams = block.upstreams();
        rewrites = block.rewrites();
        cache = block.cache();
        errors = block.errors();
        queries = block.queries();
        health = block.health();
        ready = block.ready();
        loopDetection = block.loopDetection();
        reload = block.reload();
        metricsPort = block.metricsPort();
        autopath = block.autopath();
        loadbalance = block.loadbalance();
        extraPlugins = block.extraPlugins();
    }

    public MainDraft port(int value) {
        port = value;
        return this;
    }

    public MainDraft cluster(ClusterSettings value) {
        cluster = Optional.of(value);
        return this;
    }

    public MainDraft upstreams(UpstreamSettings value) {
        upstreams = Optional.of(value);
        return this;
    }

    public MainDraft withoutUpstreams() {
        upstreams = Optional.empty();
        return this;
    }

    public MainDraft rewrites(List<RewriteRule> value) {
        rewrites = value;
        return this;
    }

    public MainDraft cache(CacheSettings value) {
        cache = Optional.of(value);
        return this;
    }

    public MainDraft withoutCache() {
        cache = Optional.empty();
        return this;
    }

    public MainDraft errors(boolean value) {
        errors = value;
        return this;
    }

    public MainDraft queries(QueryLog value) {
        queries = value;
        return this;
    }

    public MainDraft health(HealthSettings value) {
        health = Optional.of(value);
        return this;
    }

    public MainDraft withoutHealth() {
        health = Optional.empty();
        return this;
    }

    public MainDraft ready(boolean value) {
        ready = value;
        return this;
    }

    public MainDraft loopDetection(boolean value) {
        loopDetection = value;
        return this;
    }

    public MainDraft reload(ReloadSettings value) {
        reload = Optional.of(value);
        return this;
    }

    public MainDraft withoutReload() {
        reload = Optional.empty();
        return this;
    }

    public MainDraft metricsPort(int value) {
        metricsPort = OptionalInt.of(value);
        return this;
    }

    public MainDraft withoutMetrics() {
        metricsPort = OptionalInt.empty();
        return this;
    }

    public MainDraft autopath(boolean value) {
        autopath = value;
        return this;
    }

    public MainDraft loadbalance(boolean value) {
        loadbalance = value;
        return this;
    }

    public MainDraft extraPlugins(String value) {
        extraPlugins = value;
        return this;
    }

    /** The block. */
    public MainBlock build() {
        return new MainBlock(
                port,
                cluster,
                upstreams,
                rewrites,
                cache,
                errors,
                queries,
                health,
                ready,
                loopDetection,
                reload,
                metricsPort,
                autopath,
                loadbalance,
                extraPlugins);
    }
}
