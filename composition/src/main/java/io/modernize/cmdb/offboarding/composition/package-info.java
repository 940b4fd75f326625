/** Which activities of offboarding an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.offboarding.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
