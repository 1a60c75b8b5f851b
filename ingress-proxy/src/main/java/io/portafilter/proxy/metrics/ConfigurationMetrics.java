package io.portafilter.proxy.metrics;

import io.portafilter.contract.Version;
import java.time.Instant;

/**
 * How the configuration is. Written by the configuration thread; a commit of which something was refused counts as an error.
 *
 * @param successes commits that were taken whole
 * @param errors commits of which something was refused
 * @param lastSuccessful whether the last one was taken whole
 * @param lastSuccess when one was taken whole for the last time, in seconds since 1970; 0 for never
 * @param hash a number that is the same where the configuration is
 */
record ConfigurationMetrics(long successes, long errors, boolean lastSuccessful, long lastSuccess, long hash) {
    static final ConfigurationMetrics NOTHING_YET = new ConfigurationMetrics(0, 0, false, 0, 0);

    /** After one more commit. */
    ConfigurationMetrics applied(Version version, boolean whole, Instant now) {
        return new ConfigurationMetrics(
                whole ? successes + 1 : successes,
                whole ? errors : errors + 1,
                whole,
                whole ? now.getEpochSecond() : lastSuccess,
                Long.parseLong(version.digest().hex().substring(0, 13), 16));
    }
}
