package io.portafilter.flags;

/** Who takes flags. ingress-nginx is one process, we are two, and a third for folders. */
public enum Role {
    /** Compiles a cluster. */
    OPERATOR("the operator"),
    /** Serves requests. */
    PROXY("the proxy"),
    /** {@code portafilter serve} and its companions: both at once, for a folder. */
    FOLDER("portafilter serve");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** As part of a sentence. */
    public String words() {
        return words;
    }
}
