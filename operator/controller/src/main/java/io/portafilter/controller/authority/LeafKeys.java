package io.portafilter.controller.authority;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the certificate of the moment: another one takes its place between two handshakes, and no server is restarted. A handshake asks
 * thrice, so the answer carries in its alias which one it began with.
 */
final class LeafKeys extends X509ExtendedKeyManager {
    private volatile Shown now;
    private volatile Shown before;

    private record Shown(String alias, Credential leaf) {
        static Shown of(Credential leaf) {
            return new Shown(leaf.certificate().getSerialNumber().toString(16), leaf);
        }
    }

    LeafKeys(Credential leaf) {
        now = Shown.of(leaf);
        before = now;
    }

    /** From now on this one is shown. Handshakes that began with the one before end with it. */
    synchronized void show(Credential leaf) {
        before = now;
        now = Shown.of(leaf);
    }

    Credential shown() {
        return now.leaf();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return alias(keyType);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias(keyType);
    }

    private @Nullable String alias(String keyType) {
        return keyType.equals("EC") || keyType.equals("EC_EC") ? now.alias() : null;
    }

    private @Nullable Credential leaf(String alias) {
        Shown current = now;
        if (current.alias().equals(alias)) {
            return current.leaf();
        }
        Shown last = before;
        return last.alias().equals(alias) ? last.leaf() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Credential leaf = leaf(alias);
        return leaf == null ? null : new X509Certificate[] {leaf.certificate()};
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Credential leaf = leaf(alias);
        return leaf == null ? null : leaf.key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = alias(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
