/** From annotated records to the schema of a custom resource, and from its text to records and back. Knows no particular resource. */
@NullMarked
package io.portafilter.crds.schema;

import org.jspecify.annotations.NullMarked;
