package io.portafilter.controller.authority;

import java.util.List;

/**
 * Where the authority lies and for what it issues certificates.
 *
 * @param namespace the operator's
 * @param secret the Secret with the authorities; nobody but the operator may read it
 * @param bundle the ConfigMap with what clients trust, under {@link #BUNDLE_KEY}
 * @param names what clients call the servers: DNS names and IP literals
 * @param schedule when what is replaced
 */
public record AuthorityOptions(String namespace, String secret, String bundle, List<String> names, Schedule schedule) {
    /** The key of the bundle in its ConfigMap. */
    public static final String BUNDLE_KEY = "ca.crt";

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there are none
     */
    public AuthorityOptions {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a server without a name cannot prove itself to anybody");
        }
    }

    /** Those of an installation. */
    public static AuthorityOptions of(String namespace, String fullname, List<String> names) {
        return new AuthorityOptions(namespace, fullname + "-ca", fullname + "-ca-bundle", names, Schedule.DEFAULT);
    }

    /** The names of a Service, from the shortest to the whole, in a cluster whose domain is {@code cluster.local} or any other. */
    public static List<String> service(String service, String namespace, String clusterDomain) {
        String whole = service + "." + namespace + ".svc";
        return List.of(service, service + "." + namespace, whole, whole + "." + clusterDomain);
    }

    /** The same, with other times. */
    public AuthorityOptions with(Schedule other) {
        return new AuthorityOptions(namespace, secret, bundle, names, other);
    }
}
