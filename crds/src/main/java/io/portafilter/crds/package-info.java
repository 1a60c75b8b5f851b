/** The CustomResourceDefinition of NetworkSetup, made from its records and rules. */
@NullMarked
package io.portafilter.crds;

import org.jspecify.annotations.NullMarked;
