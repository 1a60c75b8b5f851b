package io.portafilter.controller.authority;

/** The Secret of the authority is of no use. Says which Secret, which key of it, and what to do. */
public final class BadAuthority extends RuntimeException {
    private static final long serialVersionUID = 1;

    private BadAuthority(String message) {
        super(message);
    }

    static BadAuthority bad(String secret, String key, String problem) {
        return new BadAuthority("Secret " + secret + ", data[" + key + "]: " + problem
                + ". Restore the Secret from a backup; or remove its data and restart the operator, which then makes a new"
                + " authority: proxies keep serving, and follow again as soon as they have read its bundle");
    }

    static BadAuthority missing(String secret) {
        return new BadAuthority(
                "Secret " + secret + " is not there, and the operator may not create it. Create it without data,"
                        + " as `helm upgrade` does: the operator then makes a new authority");
    }
}
