/** The HNSW index of a client account: when it is built, and which recall it reaches. */
@NullMarked
@NamedInterface("index")
package io.modernize.cmdb.similarity.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
