/** Registers the use cases of similarity as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.similarity.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
