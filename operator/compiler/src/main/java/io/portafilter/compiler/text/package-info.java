/**
 * What texts of users may say: the forms that annotations and options share, and the values that they stand for. Knows nobody.
 */
@NullMarked
package io.portafilter.compiler.text;

import org.jspecify.annotations.NullMarked;
