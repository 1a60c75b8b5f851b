/** Exports of whole clusters: what is read from them, and that adopting them changes nothing. */
@NullMarked
package io.portafilter.network.exports;

import org.jspecify.annotations.NullMarked;
