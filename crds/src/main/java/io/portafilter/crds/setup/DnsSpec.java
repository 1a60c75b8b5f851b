package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.List;
import java.util.Optional;

/**
 * The cluster's DNS.
 *
 * @param management whether the Corefile is ours to change.
 * @param target the ConfigMap that holds the Corefile; without it the one that the DNS pods mount.
 * @param clusterDomain the domain of all Services. It changes in two steps: first among additionalDomains, then here.
 * @param additionalDomains domains that are served beside it.
 * @param serviceIp the address that pods ask; the tenth of the Service range if nothing is said. Cannot change.
 * @param mainBlock whether the fields below make a server block for every name; false where extraServerBlocks hold all there is.
 * @param port where CoreDNS listens in its pods.
 * @param clusterRecords whether the names of the cluster are served.
 * @param podRecords whether pods have names: for any address (Insecure), for addresses of pods (Verified), not at all (Disabled); Default leaves the line out.
 * @param reverse which addresses have names: all that the cluster knows, others go upstream (Fallthrough), or exactly those of pods and Services (Exact).
 * @param ttlSeconds how long clients keep the cluster's names; -1 leaves it to CoreDNS, which takes 5.
 * @param autopath whether search paths are followed on the server's side; needs podRecords Verified.
 * @param upstreams who answers what the cluster does not.
 * @param stubDomains domains that other servers answer for.
 * @param hosts names with fixed addresses.
 * @param rewrites names that are looked up under another one.
 * @param cache how answers are kept.
 * @param logging what CoreDNS logs.
 * @param health how CoreDNS says that it lives.
 * @param ready whether the readiness listener on port 8181 is there.
 * @param loopDetection whether CoreDNS ends when its own queries come back to it.
 * @param loadBalance whether the order of addresses changes from answer to answer.
 * @param reload whether the Corefile is read again when it has changed.
 * @param reloadIntervalSeconds how often it is looked at; CoreDNS takes 30 if nothing is said.
 * @param reloadJitterSeconds by how much that differs from replica to replica.
 * @param metricsPort where metrics are served; 0 for nowhere.
 * @param extraPlugins plugins of the main block as text, kept word for word.
 * @param extraServerBlocks server blocks as text, kept word for word.
 * @param imports files that others own.
 * @param nodeLocalCache a cache on every node that pods ask instead of the Service.
 */
public record DnsSpec(
        @Field(value = "Whether the Corefile is ours to change.", preset = "Managed")
        Management management,

        @Field("The ConfigMap that holds the Corefile; without it the one that the DNS pods mount.")
        Optional<DnsTarget> target,

        @Field(
                value =
                        "The domain of all Services. It changes in two steps: first among additionalDomains, then here.",
                preset = "cluster.local",
                maxLength = 190)
        String clusterDomain,

        @Field(value = "Domains that are served beside it.", maxItems = 4, maxLength = 190)
        List<String> additionalDomains,

        @Field(
                value = "The address that pods ask; the tenth of the Service range if nothing is said. Cannot change.",
                name = "serviceIP",
                maxLength = 39)
        Optional<String> serviceIp,

        @Field(
                value =
                        "Whether the fields below make a server block for every name; false where extraServerBlocks hold all there is.",
                preset = "true")
        boolean mainBlock,

        @Field(value = "Where CoreDNS listens in its pods.", preset = "53", min = 1, max = 65535)
        int port,

        @Field(value = "Whether the names of the cluster are served.", preset = "true")
        boolean clusterRecords,

        @Field(
                value =
                        "Whether pods have names: for any address (Insecure), for addresses of pods (Verified), not at all (Disabled); Default leaves the line out.",
                preset = "Insecure")
        PodRecords podRecords,

        @Field(
                value =
                        "Which addresses have names: all that the cluster knows, others go upstream (Fallthrough), or exactly those of pods and Services (Exact).",
                preset = "Fallthrough")
        Reverse reverse,

        @Field(
                value = "How long clients keep the cluster's names; -1 leaves it to CoreDNS, which takes 5.",
                preset = "30",
                min = -1,
                max = 3600)
        int ttlSeconds,

        @Field(
                value = "Whether search paths are followed on the server's side; needs podRecords Verified.",
                preset = "false")
        boolean autopath,

        @Field(value = "Who answers what the cluster does not.", preset = "{}")
        UpstreamSpec upstreams,

        @Field("Domains that other servers answer for.") List<StubDomainSpec> stubDomains,

        @Field(value = "Names with fixed addresses.", preset = "{}")
        HostsSpec hosts,

        @Field(value = "Names that are looked up under another one.", maxItems = 64)
        List<RewriteSpec> rewrites,

        @Field(value = "How answers are kept.", preset = "{}")
        CacheSpec cache,

        @Field(value = "What CoreDNS logs.", preset = "{}") LoggingSpec logging,

        @Field(value = "How CoreDNS says that it lives.", preset = "{}")
        HealthSpec health,

        @Field(value = "Whether the readiness listener on port 8181 is there.", preset = "true")
        boolean ready,

        @Field(value = "Whether CoreDNS ends when its own queries come back to it.", preset = "true")
        boolean loopDetection,

        @Field(value = "Whether the order of addresses changes from answer to answer.", preset = "true")
        boolean loadBalance,

        @Field(value = "Whether the Corefile is read again when it has changed.", preset = "true")
        boolean reload,

        @Field(value = "How often it is looked at; CoreDNS takes 30 if nothing is said.", min = 1, max = 3600)
        Optional<Integer> reloadIntervalSeconds,

        @Field(value = "By how much that differs from replica to replica.", min = 0, max = 1800)
        Optional<Integer> reloadJitterSeconds,

        @Field(value = "Where metrics are served; 0 for nowhere.", preset = "9153", min = 0, max = 65535)
        int metricsPort,

        @Field(value = "Plugins of the main block as text, kept word for word.", preset = "", maxLength = 65536)
        String extraPlugins,

        @Field(value = "Server blocks as text, kept word for word.", preset = "", maxLength = 262144)
        String extraServerBlocks,

        @Field(value = "Files that others own.", preset = "{}")
        ImportSpec imports,

        @Field("A cache on every node that pods ask instead of the Service.")
        Optional<NodeLocalCache> nodeLocalCache) {
    /** Copies the lists. */
    public DnsSpec {
        additionalDomains = List.copyOf(additionalDomains);
        stubDomains = List.copyOf(stubDomains);
        rewrites = List.copyOf(rewrites);
    }

    /** Whether the Corefile is ours to change. */
    public enum Management implements Word {
        /** It is. */
        MANAGED("Managed"),
        /** It is only looked at. */
        UNMANAGED("Unmanaged");

        private final String word;

        Management(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Whether pods have names. */
    public enum PodRecords implements Word {
        /** None. */
        DISABLED("Disabled"),
        /** For any address. */
        INSECURE("Insecure"),
        /** For addresses of pods. */
        VERIFIED("Verified"),
        /** As CoreDNS does by itself. */
        DEFAULT("Default");

        private final String word;

        PodRecords(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Which addresses have names. */
    public enum Reverse implements Word {
        /** All that the cluster knows; others go upstream. */
        FALLTHROUGH("Fallthrough"),
        /** Those of pods and Services. */
        EXACT("Exact");

        private final String word;

        Reverse(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
