/**
 * The forms in which a Corefile writes values, read as Go reads them: durations, numbers, addresses, names, networks and their
 * reverse zones, keys of server blocks, label selectors, versions. Knows nobody.
 */
@NullMarked
package io.portafilter.network.corefile.form;

import org.jspecify.annotations.NullMarked;
