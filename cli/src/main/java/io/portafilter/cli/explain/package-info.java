/**
 * Why a request goes where it goes, as a text that people like to read. Asks the proxy's own routing table; matches nothing itself.
 */
@NullMarked
package io.portafilter.cli.explain;

import org.jspecify.annotations.NullMarked;
