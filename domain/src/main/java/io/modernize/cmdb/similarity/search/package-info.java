/** The two searches: their questions, their plans and their answers. It knows no database and no model. */
@NullMarked
@NamedInterface("search")
package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
