/** Tests of the chart against a real API server: what it accepts, what may run, who may do what. Helm renders, nothing else here. */
@NullMarked
package io.portafilter.controller.chart;

import org.jspecify.annotations.NullMarked;
