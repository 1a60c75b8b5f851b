package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One feature's values on a route or, as everybody's defaults, in {@link Settings}. A policy is called what its annotation is
 * called. Each value is there or not; the rule of inheritance is the same for all: a route's value, else the settings'.
 *
 * @param <P> the policy itself
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy")
@JsonSubTypes({
    @Type(value = Hsts.class, name = "hsts"),
    @Type(value = ProxyBodySize.class, name = "proxy-body-size"),
    @Type(value = ProxyNextUpstream.class, name = "proxy-next-upstream"),
    @Type(value = ProxyTimeout.class, name = "proxy-timeout"),
    @Type(value = ServerTokens.class, name = "server-tokens"),
    @Type(value = SslRedirect.class, name = "ssl-redirect")
})
public sealed interface Policy<P extends Policy<P>>
        permits Hsts, ProxyBodySize, ProxyNextUpstream, ProxyTimeout, ServerTokens, SslRedirect {
    /** This policy with the parent's values where it has none of its own. */
    P inherit(P parent);

    /**
     * Whether it protects somebody. A proxy that cannot take a change of such a policy answers 503 on the route instead of
     * keeping the old one.
     */
    @JsonIgnore
    default boolean protects() {
        return false;
    }
}
