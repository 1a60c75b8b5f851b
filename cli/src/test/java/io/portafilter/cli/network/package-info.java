/** What the network's questions print, asked as a user asks them. */
@NullMarked
package io.portafilter.cli.network;

import org.jspecify.annotations.NullMarked;
