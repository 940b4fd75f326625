/** The limits of a request with their maxima, and the costs of the fields of the schema. */
@NullMarked
@NamedInterface("limits")
package io.modernize.cmdb.api.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
