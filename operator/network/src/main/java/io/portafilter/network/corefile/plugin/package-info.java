/**
 * What the plugins that we know make of their tokens: one record a plugin, read exactly as CoreDNS's setup functions read them,
 * refusals included. Knows one server block at a time and nothing of what its plugins mean for each other.
 */
@NullMarked
package io.portafilter.network.corefile.plugin;

import org.jspecify.annotations.NullMarked;
