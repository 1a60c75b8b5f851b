/** The command {@code portafilter} and its subcommands: flags in, text and exit codes out. What they do lives in the packages below. */
@NullMarked
package io.portafilter.cli;

import org.jspecify.annotations.NullMarked;
