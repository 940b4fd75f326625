/** Registers the use cases of embedding as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.embedding.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
