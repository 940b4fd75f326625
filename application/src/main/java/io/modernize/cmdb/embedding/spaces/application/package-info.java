/** Use cases and ports of embedding spaces: which space is searched, and which spaces are filled. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.embedding.spaces.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
