/** What an administrator sees of the Corefile, across its packages. */
@NullMarked
package io.portafilter.network.corefile;

import org.jspecify.annotations.NullMarked;
