/** Remembers the vectors of questions and the active spaces of searches, within limits of the configuration. */
@NullMarked
package io.modernize.cmdb.embedding.wiring;

import org.jspecify.annotations.NullMarked;
