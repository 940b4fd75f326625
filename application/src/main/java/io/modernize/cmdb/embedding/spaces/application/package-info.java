/** Use cases and ports of embedding spaces: which one is searched, and which ones are filled. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.embedding.spaces.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
