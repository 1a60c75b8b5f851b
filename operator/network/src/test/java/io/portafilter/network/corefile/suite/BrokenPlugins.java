package io.portafilter.network.corefile.suite;

import static io.portafilter.network.corefile.suite.Broken.InCoreDns.ELSEWHERE;
import static io.portafilter.network.corefile.suite.Broken.InCoreDns.REFUSES;
import static io.portafilter.network.corefile.suite.Broken.InCoreDns.STARTS;

import io.portafilter.network.corefile.problem.Rule;
import java.util.List;

/** Plugins whose arguments and options are wrong, or that do not go together. */
final class BrokenPlugins extends BrokenList {
    List<Broken> collect() {
        kubernetes();
        hosts();
        forward();
        others();
        return list();
    }

    private void kubernetes() {
        String api = "{\n        endpoint @API@\n";
        block("only networks", Rule.VALUE, 2, REFUSES, "kubernetes 10.96.0.0/12 " + api + "    }");
        block(
                "only the tops of reverse zones",
                Rule.CLUSTER_WITHOUT_DOMAIN,
                2,
                STARTS,
                "kubernetes in-addr.arpa ip6.arpa " + api + "    }");
        block(
                "kubernetes twice",
                Rule.PLUGIN_TWICE,
                5,
                REFUSES,
                "kubernetes a.local " + api + "    }\n    kubernetes b.local " + api + "    }");
        block(
                "a mode of pods that does not exist",
                Rule.VALUE,
                4,
                REFUSES,
                "kubernetes cluster.local " + api + "        pods on\n    }");
        block(
                "a ttl of more than an hour",
                Rule.VALUE,
                4,
                REFUSES,
                "kubernetes cluster.local " + api + "        ttl 3601\n    }");
        block(
                "namespaces by name and by label",
                Rule.VALUE,
                5,
                REFUSES,
                "kubernetes cluster.local " + api + "        namespaces a\n        namespace_labels b=c\n    }");
        block(
                "upstream of old",
                Rule.OPTION_UNKNOWN,
                4,
                REFUSES,
                "kubernetes cluster.local " + api + "        upstream\n    }");
        block(
                "resyncperiod of old",
                Rule.OPTION_UNKNOWN,
                4,
                REFUSES,
                "kubernetes cluster.local " + api + "        resyncperiod 5m\n    }");
        block(
                "a service range without its mask",
                Rule.ADDRESS_WITHOUT_MASK,
                2,
                STARTS,
                "kubernetes cluster.local 10.96.0.0 " + api + "    }");
        block(
                "autopath without knowing the pods",
                Rule.AUTOPATH_PODS,
                6,
                STARTS,
                "kubernetes cluster.local " + api + "        pods insecure\n    }\n    autopath @kubernetes");
        block(
                "autopath without the cluster",
                Rule.AUTOPATH_PODS,
                2,
                STARTS,
                "autopath @kubernetes\n    forward . 192.0.2.1");
    }

    private void hosts() {
        block(
                "records below fallthrough",
                Rule.OPTION_UNKNOWN,
                4,
                REFUSES,
                "hosts /dev/null {\n        fallthrough\n        10.0.0.1 a.example\n    }");
        block(
                "fallthrough misspelt",
                Rule.HOSTS_TYPO,
                4,
                STARTS,
                "hosts /dev/null {\n        10.0.0.1 a.example\n        fallthru\n    }\n    whoami");
        block(
                "an address that is none",
                Rule.HOSTS_TYPO,
                3,
                STARTS,
                "hosts /dev/null {\n        10.0.0.256 a.example\n        fallthrough\n    }\n    whoami");
        block(
                "an address without a name",
                Rule.HOSTS_TYPO,
                3,
                STARTS,
                "hosts /dev/null {\n        10.0.0.1\n        fallthrough\n    }\n    whoami");
        block("hosts twice", Rule.PLUGIN_TWICE, 3, REFUSES, "hosts /dev/null\n    hosts /dev/null");
        block(
                "a record outside its zone",
                Rule.HOSTS_OUTSIDE_ZONES,
                3,
                STARTS,
                "hosts /dev/null example.org {\n        10.0.0.1 a.example.net\n        fallthrough\n    }\n    whoami");
        block(
                "hosts without fallthrough before forward",
                Rule.HOSTS_WITHOUT_FALLTHROUGH,
                2,
                STARTS,
                "hosts /dev/null {\n        10.0.0.1 a.example\n    }\n    forward . 192.0.2.1");
        add(
                "hosts without fallthrough before the cluster",
                Rule.HOSTS_WITHOUT_FALLTHROUGH,
                2,
                STARTS,
                ".:@DNS@ {\n    hosts /dev/null {\n        10.0.0.1 a.example\n    }\n" + CLUSTER + "}\n");
        add(
                "a record under the cluster's domain",
                Rule.HOSTS_CLUSTER_NAME,
                3,
                STARTS,
                ".:@DNS@ {\n    hosts /dev/null {\n        192.0.2.66 kubernetes.default.svc.cluster.local\n        fallthrough\n    }\n"
                        + CLUSTER + "}\n");
        block("a ttl of nothing", Rule.VALUE, 3, REFUSES, "hosts /dev/null {\n        ttl 0\n    }");
        block("a reload without a unit", Rule.VALUE, 3, REFUSES, "hosts /dev/null {\n        reload 15\n    }");
    }

    private void forward() {
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 16; i++) {
            many.append(" 192.0.2.").append(i);
        }
        block("sixteen upstreams", Rule.VALUE, 2, REFUSES, "forward ." + many);
        block("an upstream that is no address", Rule.VALUE, 2, REFUSES, "forward . a27.0.0.1");
        block("a path that ends in a port", Rule.VALUE, 2, REFUSES, "forward . /etc/resolv.conf:53");
        block("a transport that forward cannot", Rule.VALUE, 2, REFUSES, "forward . grpc://192.0.2.1");
        block("a path on an https upstream", Rule.VALUE, 2, REFUSES, "forward . https://192.0.2.1/dns-query");
        block("no upstream", Rule.ARGUMENTS, 2, REFUSES, "forward .");
        block(
                "a policy that does not exist",
                Rule.VALUE,
                3,
                REFUSES,
                "forward . 192.0.2.1 {\n        policy fastest\n    }");
        block("a negative limit", Rule.VALUE, 3, REFUSES, "forward . 192.0.2.1 {\n        max_concurrent -1\n    }");
        block(
                "an option that does not exist",
                Rule.OPTION_UNKNOWN,
                3,
                REFUSES,
                "forward . 192.0.2.1 {\n        timeout 5s\n    }");
        block(
                "a forward behind a wider one",
                Rule.FORWARD_UNREACHABLE,
                3,
                STARTS,
                "forward . 192.0.2.1\n    forward example.org 192.0.2.2");
        block(
                "a second forward of everything",
                Rule.FORWARD_UNREACHABLE,
                3,
                STARTS,
                "forward . 192.0.2.1\n    forward . 192.0.2.2");
        block("a network of several zones", Rule.FORWARD_FIRST_ZONE_ONLY, 2, STARTS, "forward 10.96.0.0/12 192.0.2.1");
        block("itself as upstream", Rule.FORWARD_LOOPBACK, 2, STARTS, "forward . 127.0.0.1:@DNS@");
        block(
                "a service range that is one address",
                Rule.ADDRESS_WITHOUT_MASK,
                2,
                STARTS,
                "forward 10.96.0.0 192.0.2.1");
    }

    private void others() {
        block("cache twice", Rule.PLUGIN_TWICE, 3, REFUSES, "cache 30\n    cache 60");
        block("a cache of no time", Rule.VALUE, 2, REFUSES, "cache 0");
        block(
                "failures kept for longer than allowed",
                Rule.VALUE,
                3,
                REFUSES,
                "cache 30 {\n        servfail 6m\n    }");
        block(
                "a part of the cache that does not exist",
                Rule.VALUE,
                3,
                REFUSES,
                "cache 30 {\n        disable sucess\n    }");
        block(
                "an option of the cache that does not exist",
                Rule.OPTION_UNKNOWN,
                3,
                REFUSES,
                "cache 30 {\n        positive 30\n    }");
        block("a pattern that is none", Rule.VALUE, 3, REFUSES, "errors {\n        consolidate 5m \"(\"\n    }");
        block("a class that does not exist", Rule.VALUE, 3, REFUSES, "log . {\n        class errors\n    }");
        block(
                "a lameduck without a unit",
                Rule.VALUE,
                3,
                REFUSES,
                "health 127.0.0.1:@HTTP@ {\n        lameduck 5\n    }");
        block("a port without a colon", Rule.VALUE, 2, REFUSES, "prometheus 9153");
        block(
                "two listeners on one port",
                Rule.PORT_CLASH,
                3,
                STARTS,
                "health 127.0.0.1:@HTTP@\n    prometheus 127.0.0.1:@HTTP@");
        add(
                "health in two blocks",
                Rule.PORT_CLASH,
                5,
                STARTS,
                ".:@DNS@ {\n    health 127.0.0.1:@HTTP@\n}\nexample.org:@DNS@ {\n    health 127.0.0.1:@HTTP@\n}\n");
        block("metrics where names are served", Rule.PORT_CLASH, 2, STARTS, "prometheus 127.0.0.1:@DNS@");
        block("a loop with arguments", Rule.ARGUMENTS, 2, REFUSES, "loop forever");
        block("a reload every second", Rule.VALUE, 2, REFUSES, "reload 1s");
        block("a reload with half a second of jitter", Rule.VALUE, 2, REFUSES, "reload 30s 500ms");
        block("a rewrite that is no rule", Rule.VALUE, 2, REFUSES, "rewrite names a b");
        block("a rewrite with a pattern that is none", Rule.VALUE, 2, REFUSES, "rewrite name regex (.* a");
        block(
                "a rewrite that uses a group that is not there",
                Rule.VALUE,
                2,
                REFUSES,
                "rewrite name regex (.*).a {1}.{2}.b");
        block("answers in order, as somebody thought", Rule.VALUE, 2, REFUSES, "loadbalance none");
        block("braces behind chaos", Rule.OPTION_UNKNOWN, 3, REFUSES, "chaos v1 {\n        secret\n    }");
        block(
                "what this version does not have",
                Rule.VERSION,
                3,
                ELSEWHERE,
                "forward . 192.0.2.1 {\n        failover SERVFAIL\n    }");
        block(
                "wildcards that this version does not have",
                Rule.VERSION,
                3,
                ELSEWHERE,
                "hosts /dev/null {\n        10.0.0.1 *.example.org\n        fallthrough\n    }");
        block(
                "a name as upstream that this version does not take",
                Rule.VERSION,
                2,
                ELSEWHERE,
                "forward . dns.example.org");
        block(
                "two forwards that this version does not take",
                Rule.VERSION,
                3,
                ELSEWHERE,
                "forward example.org 192.0.2.2\n    forward . 192.0.2.1");
    }
}
