/** Pages of lists: their size, and the sealed cursors that stand for a place in a list. */
@NullMarked
@NamedInterface("paging")
package io.modernize.cmdb.api.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
