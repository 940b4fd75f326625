/** What a request can have too much of, the bound of each, and the cost of the fields of the schema. */
@NullMarked
@NamedInterface("limits")
package io.modernize.cmdb.api.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
