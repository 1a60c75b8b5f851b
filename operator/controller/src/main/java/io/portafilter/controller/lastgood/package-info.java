/** The last good texts of invalid Ingresses as ConfigMaps: written by the leader, read by every replica. Decides nothing about validity. */
@NullMarked
package io.portafilter.controller.lastgood;

import org.jspecify.annotations.NullMarked;
