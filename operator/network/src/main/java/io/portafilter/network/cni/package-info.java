/** Configuration of the network's plugins: which file wins, what is wrong with one, edits of the providers' ConfigMaps. */
@NullMarked
package io.portafilter.network.cni;

import org.jspecify.annotations.NullMarked;
