/** Assets that were probably recorded twice: how pairs are found, judged and grouped. */
@NullMarked
@NamedInterface("duplicates")
package io.modernize.cmdb.similarity.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
