/** Registers the use cases of the audit log as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.audit.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
