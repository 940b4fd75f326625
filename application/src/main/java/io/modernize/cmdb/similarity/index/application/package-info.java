/** Use cases and ports of vector indexes: building them, dropping them, and auditing their recall. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.similarity.index.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
