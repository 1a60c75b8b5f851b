/**
 * Whether two Corefiles mean the same, and in what they differ. Comments, line numbers, the order of server blocks, of different
 * plugins and of a plugin's options mean nothing; neither do our own header and generation record.
 */
@NullMarked
package io.portafilter.network.corefile.compare;

import org.jspecify.annotations.NullMarked;
