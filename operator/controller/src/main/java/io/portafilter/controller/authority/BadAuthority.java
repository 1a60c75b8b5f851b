package io.portafilter.controller.authority;

/** The Secret of the authority holds something that is none. Says which Secret, which key of it, and what to do. */
public final class BadAuthority extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadAuthority(String secret, String key, String problem) {
        super("Secret " + secret + ", data[" + key + "]: " + problem
                + ". Restore the Secret from a backup; or delete it and"
                + " restart the operator, which then makes a new authority: proxies keep serving, and follow again as soon as"
                + " they have read its bundle");
    }
}
