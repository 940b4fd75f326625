/** Wires the use cases of similarity. */
@NullMarked
package io.modernize.cmdb.similarity.wiring;

import org.jspecify.annotations.NullMarked;
