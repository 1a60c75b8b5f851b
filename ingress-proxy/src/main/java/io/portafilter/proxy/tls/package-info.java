/** TLS towards clients: identities, which of them a server name gets, contexts and handshakes. Knows no HTTP and no routes. */
@NullMarked
package io.portafilter.proxy.tls;

import org.jspecify.annotations.NullMarked;
