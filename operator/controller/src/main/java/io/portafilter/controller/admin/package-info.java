/** The operator's port for people and machines that look after it: health, metrics, the report. Changes nothing. */
@NullMarked
package io.portafilter.controller.admin;

import org.jspecify.annotations.NullMarked;
