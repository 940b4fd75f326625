/** The schema as a whole: its scalars, the check that controllers answer all of it, and GraphiQL. */
@NullMarked
@NamedInterface("schema")
package io.modernize.cmdb.api.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
