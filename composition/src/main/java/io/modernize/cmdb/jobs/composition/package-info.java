/** Registers the use cases of background jobs as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.jobs.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
