package io.portafilter.proxy.head;

/**
 * The head of a request. A codec fills one again for each request of its connection, so whoever keeps something of it beyond the
 * exchange copies it.
 */
public final class RequestHead {
    private String method = "";
    private String target = "";
    private String authority = "";
    private String path = "";
    private Version version = Version.HTTP_1_1;
    private final Fields fields = new Fields();

    /** Begins a new request. */
    void start(String newMethod, String newTarget, String newAuthority, Version newVersion) {
        method = newMethod;
        target = newTarget;
        authority = newAuthority;
        version = newVersion;
    }

    /** Forgets the request. */
    void clear() {
        start("", "", "", Version.HTTP_1_1);
        path = "";
        fields.clear();
    }

    /** The method as sent, for example {@code GET}; empty if the request was not understood so far. */
    public String method() {
        return method;
    }

    /** Path and query as sent, byte for byte in Latin-1: what a backend gets. */
    public String target() {
        return target;
    }

    /** What routing compares: the path decoded and normalised (behaviour §2.4), in Latin-1. */
    public String path() {
        return path;
    }

    void path(String normal) {
        path = normal;
    }

    /** The path of the target, neither decoded nor normalised. */
    String rawPath() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query with its question mark, or nothing. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query);
    }

    /** Host and port as sent, from the target if it is absolute (RFC 9112 §3.2.2), else from Host; possibly empty in HTTP/1.0. */
    public String authority() {
        return authority;
    }

    void authority(String settled) {
        authority = settled;
    }

    /** The protocol. */
    public Version version() {
        return version;
    }

    /** The fields. */
    public Fields fields() {
        return fields;
    }

    /** Whether the method is HEAD, whose answer never has a body. */
    public boolean isHead() {
        return method.equals("HEAD");
    }
}
