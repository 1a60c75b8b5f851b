package io.portafilter.compiler.tls;

import io.portafilter.compiler.incremental.KeyIndex;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.contract.Identity;
import io.portafilter.contract.SecretText;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The units of certificates: {@code certificate} says what a Secret is good for, {@code identity} publishes it. They are apart so that
 * a renewal with equal names touches nothing but the identity.
 */
public final class TlsUnits {
    /** What a Secret is good for; a Secret that is not there is not good for anything. */
    public static final UnitId<Name, Certificate> CERTIFICATE = new UnitId<>("certificate", 3);

    /** The published identity. */
    public static final UnitId<Name, Identity> IDENTITY = new UnitId<>("identity", 5);

    private TlsUnits() {}

    /**
     * The units.
     *
     * @param named the Secrets that somebody names
     * @param used the Secrets that somebody shows to clients
     */
    public static List<Unit<?, ?>> units(KeyIndex<Name, ?> named, KeyIndex<Name, ?> used) {
        return List.of(
                new Unit<>(CERTIFICATE, new Unit.EachEmitted<>(named), TlsUnits::certificate),
                new Unit<>(IDENTITY, new Unit.EachEmitted<>(used), TlsUnits::identity));
    }

    private static Optional<Certificate> certificate(Name name, Lookup lookup, Consumer<Finding> findings) {
        return Optional.of(lookup.object(Secret.class, Kind.SECRET, name)
                .map(CertificateReader::read)
                .orElseGet(() -> new Certificate.Unusable("it does not exist")));
    }

    private static Optional<Identity> identity(Name name, Lookup lookup, Consumer<Finding> findings) {
        return lookup.object(Secret.class, Kind.SECRET, name)
                .filter(secret -> CertificateReader.read(secret) instanceof Certificate.Usable)
                .map(secret -> new Identity(
                        name.namespace(),
                        name.name(),
                        text(secret, CertificateReader.CHAIN),
                        new SecretText(text(secret, CertificateReader.KEY))));
    }

    private static String text(Secret secret, String key) {
        return Optional.ofNullable(secret.data().get(key)).orElseThrow().text();
    }
}
