/** The HNSW index of a client account: the rules that decide when it is built, and the recall that it reaches. */
@NullMarked
@NamedInterface("index")
package io.modernize.cmdb.similarity.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
