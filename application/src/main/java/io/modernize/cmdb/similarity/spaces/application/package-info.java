/** Use cases and ports of the change from one embedding space to another. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.similarity.spaces.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
