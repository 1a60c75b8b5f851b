package io.portafilter.network.status;

import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.crds.status.DnsStatus;
import java.util.List;
import java.util.Optional;

/**
 * What only somebody knows who acts on the cluster.
 *
 * @param applying the plan that is being carried out
 * @param applied the plan that was carried out last
 * @param dns which Corefile the DNS serves
 * @param dnsReady whether the DNS answers
 * @param kubeProxyReady whether kube-proxy runs on every node
 * @param cniReady whether what connects pods runs on every node
 * @param waiting why a plan that is there is not carried out, such as WaitingForApproval
 * @param troubles what keeps us from our work, such as a right that is missing, or drift that is left alone
 */
public record Progress(
        Optional<ApplyingStatus> applying,
        Optional<AppliedStatus> applied,
        Optional<DnsStatus> dns,
        Verdict dnsReady,
        Verdict kubeProxyReady,
        Verdict cniReady,
        Optional<Note> waiting,
        List<Note> troubles) {
    /** Before anything was asked or done. */
    public static final Progress NONE = new Progress(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Verdict.NOT_ASKED,
            Verdict.NOT_ASKED,
            Verdict.NOT_ASKED,
            Optional.empty(),
            List.of());

    /** Copies the list. */
    public Progress {
        troubles = List.copyOf(troubles);
    }
}
