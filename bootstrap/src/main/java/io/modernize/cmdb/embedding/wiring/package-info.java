/** Wires the use cases of embedding. */
@NullMarked
package io.modernize.cmdb.embedding.wiring;

import org.jspecify.annotations.NullMarked;
