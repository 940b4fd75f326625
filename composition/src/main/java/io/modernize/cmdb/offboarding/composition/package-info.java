/** Registers the use cases of offboarding as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.offboarding.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
