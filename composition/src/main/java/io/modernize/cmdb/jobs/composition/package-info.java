/** Which activities of background jobs an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.jobs.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
