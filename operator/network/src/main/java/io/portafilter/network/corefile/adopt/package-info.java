/**
 * Corefiles that somebody else wrote, as settings that mean the same. What settings cannot say is kept word for word, with its
 * comments; what cannot be kept either is said, never dropped.
 */
@NullMarked
package io.portafilter.network.corefile.adopt;

import org.jspecify.annotations.NullMarked;
