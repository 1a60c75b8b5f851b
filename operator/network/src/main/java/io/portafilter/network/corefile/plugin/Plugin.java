package io.portafilter.network.corefile.plugin;

/** One plugin of a server block, as CoreDNS understands it. */
public sealed interface Plugin
        permits Autopath,
                Cache,
                Chaos,
                Errors,
                Forward,
                Health,
                Hosts,
                Kubernetes,
                Loadbalance,
                Log,
                Loop,
                Prometheus,
                Ready,
                Reload,
                Rewrite {
    /** The line that it begins on. */
    int line();
}
