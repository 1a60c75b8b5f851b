package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.form.LabelSelector;
import io.portafilter.network.corefile.form.Zones;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** plugin/kubernetes/setup.go. */
final class KubernetesReader {
    private static final List<String> POD_MODES = List.of("disabled", "insecure", "verified");

    private final StanzaReader reader;
    private final int line;
    private final List<String> arguments;
    private final List<String> zones;
    private final List<PluginOption> others = new ArrayList<>();
    private Optional<String> pods = Optional.empty();
    private OptionalInt ttl = OptionalInt.empty();
    private Optional<List<String>> fallThrough = Optional.empty();

    private KubernetesReader(StanzaReader reader) throws Refused {
        this.reader = reader;
        this.line = reader.line();
        this.arguments = reader.arguments();
        this.zones = Zones.origins(arguments, reader.keys());
    }

    static List<Plugin> read(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice("Put all zones into one kubernetes line");
            }
            read.add(new KubernetesReader(reader).stanza());
        }
        return read;
    }

    private Kubernetes stanza() throws Refused {
        if (zones.stream().allMatch(DomainName::isBelowReverse)) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    String.join(" ", arguments),
                    "non-reverse zone name must be used",
                    "Name the cluster's domain before the reverse zones, such as cluster.local");
        }
        for (PluginOption option : reader.options()) {
            option(option);
        }
        together();
        return new Kubernetes(line, arguments, zones, pods, ttl, fallThrough, others);
    }

    private void option(PluginOption option) throws Refused {
        switch (option.name()) {
            case "pods" -> {
                String mode = OptionValues.one(reader, option, "pods disabled, insecure or verified");
                OptionValues.oneOf(reader, option, mode, POD_MODES);
                pods = Optional.of(mode);
            }
            case "ttl" -> {
                String text = OptionValues.first(reader, option, "ttl and seconds");
                ttl = OptionalInt.of(
                        (int) OptionValues.integer(reader, option, text, 0, 3600, "seconds from 0 to 3600"));
            }
            case "fallthrough" -> fallThrough = Optional.of(option.arguments());
            default -> other(option);
        }
    }

    private void other(PluginOption option) throws Refused {
        others.add(option);
        String all = String.join(" ", option.arguments());
        switch (option.name()) {
            case "endpoint_pod_names", "noendpoints" -> OptionValues.none(reader, option);
            case "zonal" -> {
                OptionValues.none(reader, option);
                reader.uses("zonal", option.line(), 14, 7);
            }
            case "namespaces", "endpoint" -> OptionValues.first(reader, option, option.name() + " and what it names");
            case "tls" -> {
                if (option.arguments().size() != 3) {
                    throw reader.arguments(option, "tls CERTIFICATE KEY CA");
                }
            }
            case "labels", "namespace_labels" -> {
                OptionValues.first(reader, option, option.name() + " and a selector");
                if (!LabelSelector.isValid(all)) {
                    throw reader.value(
                            option,
                            "unable to parse label selector",
                            "Write it as for kubectl -l, such as app=x,env in (a,b)");
                }
            }
            case "ignore" -> {
                if (!option.arguments().isEmpty()
                        && !option.arguments().getFirst().equals("empty_service")) {
                    throw reader.value(option, "unable to parse ignore value", "Write ignore empty_service");
                }
            }
            case "kubeconfig" -> {
                if (option.arguments().isEmpty() || option.arguments().size() > 2) {
                    throw reader.arguments(option, "kubeconfig FILE [CONTEXT]");
                }
            }
            case "multicluster" -> {
                reader.uses("multicluster", option.line(), 12, 2);
                multicluster(option);
            }
            case "startup_timeout" -> {
                reader.uses("startup_timeout", option.line(), 12, 3);
                OptionValues.duration(
                        reader, option, OptionValues.first(reader, option, "a duration"), "a duration such as 5s");
            }
            case "apiserver_qps" -> {
                reader.uses("apiserver_qps", option.line(), 14, 0);
                OptionalDouble qps = GoNumber.decimal(OptionValues.one(reader, option, "apiserver_qps NUMBER"));
                if (qps.isEmpty() || qps.getAsDouble() < 0) {
                    throw reader.value(option, "apiserver_qps must be a number >= 0", "Write 0 or more");
                }
            }
            case "apiserver_burst", "apiserver_max_inflight" -> {
                reader.uses(option.name(), option.line(), 14, 0);
                String text = OptionValues.one(reader, option, option.name() + " NUMBER");
                OptionValues.integer(reader, option, text, 0, Long.MAX_VALUE, "0 or more");
            }
            case "upstream", "resyncperiod", "transfer", "federation" ->
                throw reader.unknown(
                        option, "Remove the line: CoreDNS has had no use for it for years and now refuses it");
            default ->
                throw reader.unknown(
                        option,
                        "Remove it, or correct it to an option of the kubernetes plugin such as pods, ttl or fallthrough");
        }
    }

    private void multicluster(PluginOption option) throws Refused {
        Set<String> served = Set.copyOf(zones);
        List<String> wanted = option.arguments().isEmpty() ? List.of() : Zones.origins(option.arguments(), List.of());
        for (String zone : wanted) {
            if (!served.contains(zone)) {
                throw reader.value(
                        option,
                        "is not authoritative for the multicluster zone " + zone,
                        "Add it to the zones behind the word kubernetes");
            }
        }
    }

    private void together() throws Refused {
        for (String[] pair : new String[][] {{"namespaces", "namespace_labels"}, {"zonal", "noendpoints"}}) {
            Optional<PluginOption> second = other(pair[1]);
            if (other(pair[0]).isPresent() && second.isPresent()) {
                throw reader.value(
                        second.orElseThrow(),
                        pair[0] + " and " + pair[1] + " cannot both be set",
                        "Remove one of them");
            }
        }
    }

    private Optional<PluginOption> other(String name) {
        return others.stream().filter(option -> option.name().equals(name)).findFirst();
    }
}
