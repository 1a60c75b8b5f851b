package io.portafilter.compiler.listener;

import io.portafilter.compiler.host.HostClaimsUnit;
import io.portafilter.compiler.host.VirtualHostUnit;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.compiler.tls.Certificate;
import io.portafilter.compiler.tls.TlsUnits;
import io.portafilter.contract.Identity;
import io.portafilter.contract.Key;
import io.portafilter.contract.Listener;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The units of listeners: {@code http-listener}, {@code https-listener}, and {@code default-certificate}, which only names the Secret
 * of {@code --default-ssl-certificate} so that its certificate is read.
 */
public final class ListenerUnits {
    private static final String FLAG = "--default-ssl-certificate";
    private static final String HTTP = "http";
    private static final String HTTPS = "https";

    private final String listenerSet;
    private final Optional<Name> defaultCertificate;

    /**
     * Creates them.
     *
     * @param listenerSet whose virtual hosts they serve
     * @param defaultCertificate {@code --default-ssl-certificate}; empty: proxies make one themselves
     */
    public ListenerUnits(String listenerSet, Optional<Name> defaultCertificate) {
        this.listenerSet = listenerSet;
        this.defaultCertificate = defaultCertificate;
    }

    /** The units. */
    public List<Unit<?, ?>> units() {
        return List.of(
                new Unit<>(new UnitId<>("http-listener", 4), new Unit.Always<>(HTTP), this::http),
                new Unit<>(
                                new UnitId<String, Name>("default-certificate", 2),
                                new Unit.Always<>(HTTPS),
                                (key, lookup, findings) -> defaultCertificate)
                        .emitting(HostClaimsUnit.BY_SECRET, List::of),
                new Unit<>(
                                new UnitId<String, Listener.Https>("https-listener", 4),
                                new Unit.Always<>(HTTPS),
                                this::https)
                        .emitting(
                                VirtualHostUnit.BY_IDENTITY,
                                listener -> listener.defaultIdentity().stream()
                                        .map(Sourced::value)
                                        .map(VirtualHostUnit::secret)
                                        .toList()));
    }

    private Optional<Listener> http(String name, Lookup lookup, Consumer<Finding> findings) {
        return Optional.of(new Listener.Http(name, listenerSet));
    }

    private Optional<Listener.Https> https(String name, Lookup lookup, Consumer<Finding> findings) {
        Optional<Sourced<Key>> identity = defaultCertificate
                .filter(secret -> isUsable(secret, lookup, findings))
                .map(secret -> new Sourced<>(Identity.key(secret.namespace(), secret.name()), new Origin.Flag(FLAG)));
        return Optional.of(new Listener.Https(name, listenerSet, identity));
    }

    private static boolean isUsable(Name secret, Lookup lookup, Consumer<Finding> findings) {
        return switch (lookup.unit(TlsUnits.CERTIFICATE, secret).orElseThrow()) {
            case Certificate.Usable usable -> true;
            case Certificate.Unusable(var reason) -> {
                findings.accept(new Finding(
                        "default-certificate-unusable",
                        Severity.ERROR,
                        new Ref(Kind.SECRET, secret),
                        "",
                        FLAG + " names it, but " + reason + "; proxies show a certificate that they made themselves"));
                yield false;
            }
        };
    }
}
