package io.portafilter.snapshot;

/** How bad a {@link Finding} is. */
public enum Severity {
    /** Worth knowing; nothing is wrong. */
    INFO,
    /** It works, but not as its author may think. */
    WARNING,
    /** Something that was asked for does not happen. */
    ERROR
}
