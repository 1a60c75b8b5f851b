/** One thread takes changes to frames: snapshot, compiler, publisher. Knows no cluster and no network. */
@NullMarked
package io.portafilter.controller.compile;

import org.jspecify.annotations.NullMarked;
