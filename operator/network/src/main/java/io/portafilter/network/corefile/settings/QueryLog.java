package io.portafilter.network.corefile.settings;

/** Which queries are logged. */
public enum QueryLog {
    /** None. */
    NONE,
    /** Those that failed. */
    ERRORS,
    /** Those that failed or found nothing. */
    DENIALS,
    /** All. */
    ALL
}
