/** Small servers that stand in for the backends of an example: they answer with what reached them. Knows no proxy and no compiler. */
@NullMarked
package io.portafilter.cli.demo;

import org.jspecify.annotations.NullMarked;
