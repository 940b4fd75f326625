/** Use cases and ports of embedding: models, due assets, refusals and charges. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.embedding.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
