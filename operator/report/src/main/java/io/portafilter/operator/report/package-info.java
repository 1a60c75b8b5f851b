/** What an operator says of itself: its form as JSON, its form as text, and the command that asks for it. Knows no cluster. */
@NullMarked
package io.portafilter.operator.report;

import org.jspecify.annotations.NullMarked;
