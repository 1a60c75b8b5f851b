/**
 * Request and response heads: the bytes as they came, an index of fields, and edits as a patch list; the parsers that fill them
 * and the rules a head has to keep. Knows no connection and no route, and nothing here does I/O.
 */
@NullMarked
package io.portafilter.proxy.head;

import org.jspecify.annotations.NullMarked;
