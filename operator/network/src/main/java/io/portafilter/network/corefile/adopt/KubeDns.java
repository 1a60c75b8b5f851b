package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The ConfigMap of kube-dns, which was the cluster's DNS before Kubernetes 1.12 and is GKE's still, as settings of CoreDNS. */
public final class KubeDns {
    private static final String STUBS = "stubDomains";
    private static final String UPSTREAMS = "upstreamNameservers";

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> data;

    private KubeDns(Map<String, String> data) {
        this.data = data;
    }

    /**
     * Reads the ConfigMap as kubeadm did when it replaced kube-dns.
     *
     * @param data keys {@code stubDomains} and {@code upstreamNameservers}, each with JSON
     * @param clusterDomain kube-dns took it from a flag
     */
    public static Adopted adopt(Map<String, String> data, String clusterDomain) {
        KubeDns reader = new KubeDns(data);
        List<StubDomain> stubs = reader.stubs();
        List<String> upstreams = reader.texts(UPSTREAMS, reader.json(UPSTREAMS).orElse(List.of()));
        if (!reader.problems.isEmpty()) {
            return new Adopted(Optional.empty(), List.of(), reader.problems);
        }
        MainBlock main = MainBlock.kubeadm(clusterDomain);
        MainBlock block = upstreams.isEmpty()
                ? main
                : main.edit()
                        .upstreams(UpstreamSettings.of(upstreams.toArray(String[]::new)))
                        .build();
        return new Adopted(Optional.of(DnsSettings.of(block).withStubDomains(stubs)), List.of(), List.of());
    }

    private List<StubDomain> stubs() {
        List<StubDomain> stubs = new ArrayList<>();
        Object json = json(STUBS).orElse(Map.of());
        if (!(json instanceof Map<?, ?> domains)) {
            refuse(STUBS, String.valueOf(json), "no object of domains", "Write {\"corp.example\": [\"10.20.0.53\"]}");
            return stubs;
        }
        domains.forEach((zone, servers) -> {
            List<String> addresses = texts(STUBS, servers == null ? "" : servers);
            if (!addresses.isEmpty()) {
                stubs.add(StubDomain.of(DomainName.display(String.valueOf(zone)), addresses.toArray(String[]::new)));
            }
        });
        return stubs;
    }

    private List<String> texts(String key, Object json) {
        if (json instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        refuse(key, String.valueOf(json), "no list of addresses", "Write [\"10.20.0.53\"]");
        return List.of();
    }

    /** JSON is YAML. */
    private Optional<Object> json(String key) {
        String text = data.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    new Load(LoadSettings.builder().setLabel(key).build()).loadFromString(text));
        } catch (YamlEngineException e) {
            refuse(key, text, "no JSON", "Correct it, or remove the key");
            return Optional.empty();
        }
    }

    private void refuse(String key, String value, String what, String remedy) {
        problems.add(new Problem(Rule.SETTING, new Place("kube-dns", 0), key, value, what, remedy));
    }
}
