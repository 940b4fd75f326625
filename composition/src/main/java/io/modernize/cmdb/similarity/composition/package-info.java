/** Which activities of similarity an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.similarity.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
