/**
 * What the catalogues of annotations and of options have in common: the forms of texts, the values that they stand for, and what
 * becomes of an entry that is not built. Knows no object.
 */
@NullMarked
package io.portafilter.compiler.catalogue;

import org.jspecify.annotations.NullMarked;
