/**
 * The grammar of a Corefile: text to server blocks, exactly as CoreDNS's own parser reads it, comments kept beside the tokens.
 * Knows no plugin, and reaches files and the environment only through what it is given.
 */
@NullMarked
package io.portafilter.network.corefile.parse;

import org.jspecify.annotations.NullMarked;
