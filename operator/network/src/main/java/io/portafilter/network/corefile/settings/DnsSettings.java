package io.portafilter.network.corefile.settings;

import java.util.List;
import java.util.Optional;

/**
 * What a Corefile says.
 *
 * @param main the block that serves every name; absent where a Corefile has none that we understand
 * @param stubDomains domains that other servers answer for, at most 16
 * @param hosts names with fixed addresses; one in a stub domain is served by that domain's block, for nothing falls back to the main one
 * @param imports files that others own
 * @param extraServerBlocks server blocks as text, kept word for word
 */
public record DnsSettings(
        Optional<MainBlock> main,
        List<StubDomain> stubDomains,
        HostsSettings hosts,
        ImportSettings imports,
        String extraServerBlocks) {
    /** Copies the list. */
    public DnsSettings {
        stubDomains = List.copyOf(stubDomains);
    }

    /** What kubeadm 1.36 sets up. */
    public static DnsSettings kubeadm(String clusterDomain) {
        return of(MainBlock.kubeadm(clusterDomain));
    }

    /** A main block and nothing else. */
    public static DnsSettings of(MainBlock main) {
        return new DnsSettings(Optional.of(main), List.of(), HostsSettings.none(), ImportSettings.none(), "");
    }

    /** With another main block. */
    public DnsSettings withMain(MainBlock other) {
        return new DnsSettings(Optional.of(other), stubDomains, hosts, imports, extraServerBlocks);
    }

    /** With other stub domains. */
    public DnsSettings withStubDomains(List<StubDomain> others) {
        return new DnsSettings(main, others, hosts, imports, extraServerBlocks);
    }

    /** With other hosts records. */
    public DnsSettings withHosts(HostsSettings others) {
        return new DnsSettings(main, stubDomains, others, imports, extraServerBlocks);
    }

    /** With other imports. */
    public DnsSettings withImports(ImportSettings others) {
        return new DnsSettings(main, stubDomains, hosts, others, extraServerBlocks);
    }

    /** With other extra server blocks. */
    public DnsSettings withExtraServerBlocks(String others) {
        return new DnsSettings(main, stubDomains, hosts, imports, others);
    }
}
