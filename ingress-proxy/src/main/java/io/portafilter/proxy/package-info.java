/** The data plane's life: start, serve, drain, close. Everything it is made of lives in the packages below; nothing here handles a request. */
@NullMarked
package io.portafilter.proxy;

import org.jspecify.annotations.NullMarked;
