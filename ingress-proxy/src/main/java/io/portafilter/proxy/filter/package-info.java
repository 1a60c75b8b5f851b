/**
 * One class for each policy: what it does to a request or an answer, and the order in which a route applies them. Filters see
 * heads and exchanges, never a connection.
 */
@NullMarked
package io.portafilter.proxy.filter;

import org.jspecify.annotations.NullMarked;
