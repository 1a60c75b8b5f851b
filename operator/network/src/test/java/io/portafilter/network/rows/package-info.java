/** What an administrator meets, row by row: a fixture, what comes out, and what a broken twin of it gives. */
@NullMarked
package io.portafilter.network.rows;

import org.jspecify.annotations.NullMarked;
