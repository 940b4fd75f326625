/** The comparison of a second embedding space with the active one. It knows no database and no model. */
@NullMarked
@NamedInterface("spaces")
package io.modernize.cmdb.similarity.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
