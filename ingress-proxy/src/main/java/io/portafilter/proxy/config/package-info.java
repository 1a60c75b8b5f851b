/**
 * Contract objects to what event loops read: routing tables, certificates by name, limits of clients. One thread writes; nothing
 * here handles a request.
 */
@NullMarked
package io.portafilter.proxy.config;

import org.jspecify.annotations.NullMarked;
