/** Tests of the chart: what it renders, what it refuses, and that no key of ingress-nginx's chart is forgotten. No cluster here. */
@NullMarked
package io.portafilter.e2e.chart;

import org.jspecify.annotations.NullMarked;
