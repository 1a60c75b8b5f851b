package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.built;
import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.HIGH;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.UNENFORCED;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.compact;
import static io.portafilter.compiler.catalogue.Formats.exact;

import io.portafilter.compiler.catalogue.Format;

/** What holds for a whole host (behaviour §1.5, §2.5, §7). */
final class HostAnnotations {
    private static final Format ALIASES = exact(
            "names, wildcards or ~regular expressions with commas between them,"
                    + " of letters, digits and - . _ ~ / : ^ $ [ ] ( ) { } * + ? | & = \\",
            "\\s*[A-Za-z0-9\\-._~/:^$\\[\\](){}*+?|&=\\\\]*\\s*(?:,\\s*[A-Za-z0-9\\-._~/:^$\\[\\](){}*+?|&=\\\\]*\\s*)*");
    private static final Format CIPHERS =
            compact("an OpenSSL list of ciphers", "(?:[A-Za-z0-9!:+\\-_]|@STRENGTH|@SECLEVEL=[0-5])*");

    static final Group GROUP = Group.of(
            "Hosts",
            built("server-alias", HIGH, ALIASES, REJECT, "more names of the hosts"),
            later(UNENFORCED, "ssl-ciphers", LOW, CIPHERS, REJECT, "ciphers of the hosts"),
            later(QUIET, "ssl-prefer-server-ciphers", LOW, BOOL, IGNORE, "the order of ciphers is the proxy's"),
            // Without the flag --enable-ssl-passthrough ingress-nginx ignores it as well.
            later(VISIBLE, "ssl-passthrough", LOW, BOOL, REJECT, "TLS goes to the Service unopened"));

    private HostAnnotations() {}
}
