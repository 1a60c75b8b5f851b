/**
 * What can be wrong with a Corefile, as data: which rule, where, which value, what happens and what to do instead. Knows nobody.
 */
@NullMarked
package io.portafilter.network.corefile.problem;

import org.jspecify.annotations.NullMarked;
