package io.portafilter.network.corefile.settings;

import java.util.Optional;

/**
 * How servers prove who they are.
 *
 * @param serverName the name in their certificate
 * @param caFile path in CoreDNS's container of the authorities that they are verified with; absent: those of its image
 */
public record TlsSettings(String serverName, Optional<String> caFile) {}
