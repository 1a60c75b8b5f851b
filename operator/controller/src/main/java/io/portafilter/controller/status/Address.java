package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngressBuilder;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where clients reach the proxies, an entry of {@code status.loadBalancer.ingress}.
 *
 * @param ip empty if it has none
 * @param hostname empty if it has none
 */
public record Address(String ip, String hostname) implements Comparable<Address> {
    private static final Comparator<Address> ORDER =
            Comparator.comparing(Address::hostname).thenComparing(Address::ip);
    private static final Pattern HOSTNAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /** An IP address or a host name; empty if the text is neither, such as the {@code None} of a headless Service. */
    public static Optional<Address> of(String text) {
        if (isIp(text)) {
            return Optional.of(new Address(text, ""));
        }
        return HOSTNAME.matcher(text).matches() ? Optional.of(new Address("", text)) : Optional.empty();
    }

    private static boolean isIp(String text) {
        try {
            return text.contains(":")
                    ? !text.contains("%") && Inet6Address.ofLiteral(text) != null
                    : Inet4Address.ofLiteral(text).getHostAddress().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What an Ingress shows at the moment. */
    static Address of(IngressLoadBalancerIngress entry) {
        return new Address(
                Optional.ofNullable(entry.getIp()).orElse(""),
                Optional.ofNullable(entry.getHostname()).orElse(""));
    }

    /** Sorted, each once. */
    static List<Address> sorted(Collection<Address> addresses) {
        return addresses.stream().distinct().sorted().toList();
    }

    IngressLoadBalancerIngress entry() {
        IngressLoadBalancerIngressBuilder entry = new IngressLoadBalancerIngressBuilder();
        if (!ip.isEmpty()) {
            entry.withIp(ip);
        }
        if (!hostname.isEmpty()) {
            entry.withHostname(hostname);
        }
        return entry.build();
    }

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return ip.isEmpty() ? hostname : hostname.isEmpty() ? ip : ip + " (" + hostname + ")";
    }
}
