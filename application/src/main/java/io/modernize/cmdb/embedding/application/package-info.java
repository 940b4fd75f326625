/** Use cases and ports of embedding: the model, the spaces, and what is still to be embedded. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.embedding.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
