/** Which activities of tenancy an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.tenancy.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
