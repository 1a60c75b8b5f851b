package io.portafilter.network.corefile.settings;

import java.util.Locale;

/** Names such as {@code 10-244-2-5.apps.pod.cluster.local}. */
public enum PodRecords {
    /** None. */
    DISABLED,
    /** For any address, whether a pod has it or not. */
    INSECURE,
    /** For pods only; CoreDNS then watches all of them. */
    VERIFIED;

    /** As a Corefile writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
