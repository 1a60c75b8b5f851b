/**
 * Settings to the text of a Corefile: the same settings give the same bytes, and a text that CoreDNS would not load, or that would
 * break names, is never given out.
 */
@NullMarked
package io.portafilter.network.corefile.render;

import org.jspecify.annotations.NullMarked;
