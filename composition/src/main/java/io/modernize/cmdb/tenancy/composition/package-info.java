/** Registers the use cases of tenancy as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.tenancy.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
