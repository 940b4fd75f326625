/** Which activities of the audit log an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.audit.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
