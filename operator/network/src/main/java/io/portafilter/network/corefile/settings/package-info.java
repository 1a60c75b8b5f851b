/**
 * What somebody wants a cluster's DNS to do, as data: what a Corefile is rendered from, and what one is read into. Knows nobody.
 * Zones that several teams own will join as further records; until then they are stub domains and extra server blocks.
 */
@NullMarked
package io.portafilter.network.corefile.settings;

import org.jspecify.annotations.NullMarked;
