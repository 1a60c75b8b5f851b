package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One object of the configuration: the unit of change, of refusal and of the digest. Objects are the same for every proxy; what
 * depends on a proxy (its addresses, its zone) is decided there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Listener.Http.class, name = "HttpListener"),
    @Type(value = Listener.Https.class, name = "HttpsListener"),
    @Type(value = Settings.class, name = "Settings"),
    @Type(value = VirtualHost.class, name = "VirtualHost"),
    @Type(value = Route.class, name = "Route"),
    @Type(value = Cluster.class, name = "Cluster"),
    @Type(value = Endpoints.class, name = "Endpoints"),
    @Type(value = Identity.class, name = "Identity")
})
public sealed interface Published permits Listener, Settings, VirtualHost, Route, Cluster, Endpoints, Identity {
    /** The name under which it is published; never changes during its life. */
    @JsonIgnore
    Key key();

    /** The objects that must be there for this one to work: a commit is closed under them. */
    @JsonIgnore
    List<Key> references();
}
