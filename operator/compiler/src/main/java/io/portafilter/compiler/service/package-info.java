/** Clusters and their endpoints: what Services and EndpointSlices say about the Service ports that Ingresses name. */
@NullMarked
package io.portafilter.compiler.service;

import org.jspecify.annotations.NullMarked;
