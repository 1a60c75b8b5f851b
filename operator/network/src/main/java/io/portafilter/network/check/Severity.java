package io.portafilter.network.check;

/** How bad a conflict is. */
public enum Severity {
    /** Something is broken, or will be as soon as something restarts. */
    ERROR("Error"),
    /** Something will break when the cluster grows or is upgraded, or surprises. */
    WARNING("Warning"),
    /** Worth knowing. */
    INFO("Info");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As the status writes it. */
    public String word() {
        return word;
    }
}
