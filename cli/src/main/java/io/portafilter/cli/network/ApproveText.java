package io.portafilter.cli.network;

import io.portafilter.crds.setup.Approval.Policy;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupSpec.Mode;
import java.util.List;
import java.util.Optional;

/** What makes a plan happen, as a command that can be copied. */
public final class ApproveText {
    private ApproveText() {}

    /**
     * The lines.
     *
     * @param hash of the plan
     * @param options of kubectl, such as {@code --context=test}
     */
    public static String of(NetworkSetupSpec spec, String hash, List<String> options) {
        String mode = spec.mode() == Mode.ENFORCE
                ? ""
                : "spec.mode is " + spec.mode().word() + ": nothing is carried out before it is Enforce.\n";
        if (spec.approval().policy() == Policy.AUTOMATIC) {
            return mode + "spec.approval.policy is Automatic: it needs nobody's approval.\n";
        }
        if (spec.approval().planHash().equals(Optional.of(hash))) {
            return mode + "It is approved.\n";
        }
        return mode + "Approve it:\n  kubectl "
                + String.join("", options.stream().map(word -> word + " ").toList())
                + "patch networksetup cluster --type merge -p '{\"spec\":{\"approval\":{\"planHash\":\"" + hash
                + "\"}}}'\n";
    }
}
