/**
 * Findings of the compiler and complaints of the folder reader as one kind of thing, and their forms for people and programs. Knows no
 * command and keeps nothing.
 */
@NullMarked
package io.portafilter.cli.report;

import org.jspecify.annotations.NullMarked;
