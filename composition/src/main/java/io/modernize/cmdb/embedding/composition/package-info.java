/** Which activities of embedding an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.embedding.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
