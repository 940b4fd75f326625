/** How well a second embedding space answers, compared with the one that is searched. */
@NullMarked
@NamedInterface("spaces")
package io.modernize.cmdb.similarity.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
