/**
 * Which host and which path of it take a request, and the same matching told step by step. Knows neither Netty nor the contract:
 * what a route is, is its users' business.
 */
@NullMarked
package io.portafilter.proxy.routing;

import org.jspecify.annotations.NullMarked;
