/** Use cases and ports of similarity search. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.similarity.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
