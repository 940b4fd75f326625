/** Assets that were probably recorded twice, and the rules that find, judge and group them. It knows no database. */
@NullMarked
@NamedInterface("duplicates")
package io.modernize.cmdb.similarity.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
