/** The flags of ingress-nginx, for every command that takes them: names, types, defaults, help. What they mean is the compiler's. */
@NullMarked
package io.portafilter.flags;

import org.jspecify.annotations.NullMarked;
